package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.testing.Gatehouse;
import dev.gatehouse.tool.Tool;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UncheckedRolesTest {
  private static final ToolExtension TOOLS = new ToolExtension();
  private static WeldContainer container;

  @ApplicationScoped
  static class Guarded {
    @NoScopeRequired
    @RolesAllowed("clerk")
    @Tool(description = "For clerks")
    String clerks() {
      return "";
    }

    @NoScopeRequired
    @Tool(description = "For everybody")
    String everybody() {
      return "";
    }
  }

  @DenyAll
  @ApplicationScoped
  static class Closed {
    @NoScopeRequired
    @Tool(description = "For nobody")
    String nobody() {
      return "";
    }
  }

  @BeforeAll
  static void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(Guarded.class, Closed.class)
            .addExtensions(TOOLS)
            .initialize();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @Test
  void rules_for_roles_on_beans_that_no_container_guards_are_named() {
    assertThat(TOOLS.declarations().stream().flatMap(UncheckedRoles::of))
        .satisfiesExactlyInAnyOrder(
            line ->
                assertThat(line)
                    .startsWith("Tool clerks")
                    .contains("nobody checks @RolesAllowed on a bean that is no EJB"),
            line -> assertThat(line).startsWith("Tool nobody").contains("@DenyAll"));
  }

  @Test
  void such_a_tool_is_refused_since_a_rule_that_nobody_checks_lets_everybody_in() {
    assertThatThrownBy(() -> Gatehouse.with(Closed.class).start())
        .hasMessageContaining("nobody checks @DenyAll");
  }

  @Test
  void an_ejb_has_a_container_that_guards_it() {
    List<BeanMethod> sessions =
        TOOLS.declarations().stream()
            .map(declaration -> declaration.method())
            .map(method -> new BeanMethod(method.bean(), method.type(), method.annotated(), true))
            .toList();
    assertThat(sessions).hasSize(3);
    assertThat(sessions.stream().flatMap(UncheckedRoles::annotations)).isEmpty();
  }
}
