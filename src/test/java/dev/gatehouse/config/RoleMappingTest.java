package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleMappingTest {
  private static final Set<String> GROUPS = Set.of("clerk", "it-admins");
  private static final Set<String> ROLES = Set.of("buyer");
  private static final Set<String> SCOPES = Set.of("todo:read", "chief");

  private static Set<String> roles(Map<String, String> settings) {
    return Given.settings(settings).roles().roles(GROUPS, ROLES, SCOPES);
  }

  @Test
  void groups_and_roles_of_the_token_are_roles_and_scopes_are_not() {
    assertThat(roles(Map.of())).containsExactlyInAnyOrder("clerk", "it-admins", "buyer");
  }

  @Test
  void the_operator_says_where_roles_are() {
    assertThat(roles(Map.of("mcp.roles.from", "scopes")))
        .containsExactlyInAnyOrder("todo:read", "chief");
    assertThat(roles(Map.of("mcp.roles.from", "groups, scopes")))
        .containsExactlyInAnyOrder("clerk", "it-admins", "todo:read", "chief");
  }

  @Test
  void a_mapped_role_is_given_by_the_listed_names_and_by_its_own_no_more() {
    assertThat(roles(Map.of("mcp.roles.Admin", "root, it-admins", "mcp.roles.clerk", "clerks")))
        .containsExactlyInAnyOrder("it-admins", "buyer", "Admin");
    assertThat(roles(Map.of("mcp.roles.clerk", "clerk, clerks"))).contains("clerk");
  }

  @Test
  void a_mapped_role_gives_no_other_role() {
    assertThat(roles(Map.of("mcp.roles.a", "b", "mcp.roles.b", "it-admins")))
        .contains("b")
        .doesNotContain("a");
  }

  @Test
  void what_is_not_among_the_names_gives_no_role() {
    assertThat(roles(Map.of("mcp.roles.reader", "todo:read"))).doesNotContain("reader");
  }

  @Test
  void a_variable_names_its_role_in_lower_case() {
    Settings settings =
        Settings.load(
            new SmallRyeConfigBuilder()
                .withSources(
                    new PropertiesConfigSource(Given.NEEDED, "needed", 200),
                    new EnvConfigSource(
                        Map.of("MCP_ROLES_ORDER_CLERK", "clerk", "MCP_ROLES_FROM", "groups"), 300))
                .build());

    assertThat(settings.roles().roles(GROUPS, ROLES, SCOPES))
        .containsExactlyInAnyOrder("clerk", "it-admins", "order_clerk");
    assertThat(settings.unknown()).isEmpty();
  }

  @Test
  void another_place_for_roles_is_refused() {
    assertThat(
            catchThrowableOfType(
                    SettingsException.class,
                    () -> Given.settings(Map.of("mcp.roles.from", "groups, permissions")))
                .problems())
        .singleElement()
        .asString()
        .startsWith("mcp.roles.from (environment variable MCP_ROLES_FROM) must list some of");
  }

  @Test
  void a_role_without_names_is_refused() {
    assertThat(
            catchThrowableOfType(
                    SettingsException.class,
                    () -> Given.settings(Map.of("mcp.roles.clerk", "clerks,")))
                .problems())
        .singleElement()
        .asString()
        .startsWith("mcp.roles.clerk");
  }

  @Test
  void the_login_is_off_where_its_setting_is_absent_or_wrong() {
    assertThat(Settings.containerLogin(Given.config(Map.of()))).isFalse();
    assertThat(Settings.containerLogin(Given.config(Map.of("mcp.container.login", "yes"))))
        .isFalse();
    assertThat(Settings.containerLogin(Given.config(Map.of("mcp.container.login", "true"))))
        .isTrue();
  }
}
