package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.security.caller.CallerHolder;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scopes that a mapping file gives. */
class MappedScopesTest {
  private static final String FILE =
      """
      {"tools": [
        {"class": "%1$s", "method": "open", "description": "d", "scopes": ["door:open"]},
        {"class": "%2$s", "method": "guarded", "description": "d",
         "scopes": ["door:more", "door:guard"]}
      ]}
      """;

  @ApplicationScoped
  public static class Plain {
    public String open() {
      return "open";
    }
  }

  @ApplicationScoped
  @RequiresScope("door:guard")
  public static class Guarded {
    public String guarded() {
      return "in";
    }
  }

  @TempDir Path folder;
  private URLClassLoader loader;
  private WeldContainer container;

  @BeforeEach
  void start() throws Exception {
    Path file = folder.resolve("META-INF/gatehouse-tools.json");
    Files.createDirectory(file.getParent());
    Files.writeString(file, FILE.formatted(Plain.class.getName(), Guarded.class.getName()));
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(loader);
    try {
      container =
          new Weld()
              .disableDiscovery()
              .addPackage(false, CallerHolder.class)
              .addBeanClasses(ScopeInterceptor.class, Plain.class, Guarded.class)
              .addExtensions(
                  new ToolExtension(),
                  new PromptExtension(),
                  new ResourceExtension(),
                  new CompletionExtension())
              .initialize();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @AfterEach
  void stop() throws Exception {
    container.close();
    loader.close();
  }

  private Declaration tool(String name) {
    ToolExtension tools = container.select(ToolExtension.class).get();
    assertThat(tools.problems()).isEmpty();
    return tools.declarations().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void they_are_needed_at_the_door_and_by_nobody_else() {
    assertThat(RequiredScopes.of(tool("open")))
        .hasValueSatisfying(s -> assertThat(s).containsExactly("door:open"));
    assertThat(container.select(Plain.class).get().open()).isEqualTo("open");
  }

  @Test
  void what_an_author_demands_of_every_caller_stays() {
    assertThat(RequiredScopes.of(tool("guarded")).orElseThrow())
        .containsExactlyInAnyOrder("door:more", "door:guard");
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> container.select(Guarded.class).get().guarded())
        .satisfies(e -> assertThat(e.needed()).containsExactly("door:guard"));
  }
}
