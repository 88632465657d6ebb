package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in our spaces that are set and mean nothing. */
class UnknownNamesTest {
  private static final String IN_TEST = " in PropertiesConfigSource[source=test]";
  private static final Set<String> NEEDED_SCOPES = Set.of("todo:read", "todo:write");

  @ParameterizedTest
  @CsvSource({
    "mcp.quota.call.caller, mcp.quota.calls.caller",
    "scalekit.enviroment.url, scalekit.environment.url",
    "scalekit.client.secret, scalekit.resource.id",
    "mcp.Read.only, mcp.read.only",
    "mcp.read-only, mcp.read.only",
    "MCP_READ_ONLY, mcp.read.only",
    "mcp_read_only, mcp.read.only",
    "%prod.mcp.readonly, mcp.read.only",
    "mcp.scopes.implied, mcp.scopes.implied.<scope>",
    "mcp.scopes.implid.todo:write, mcp.scopes.implied.<scope>",
    "mp.jwt.verify.isuer, mp.jwt.verify.issuer"
  })
  void a_property_that_means_nothing_is_named_with_the_nearest(String name, String nearest) {
    assertThat(ignored(Given.config(Map.of(name, "hunter2"))))
        .singleElement()
        .asString()
        .isEqualTo(name + IN_TEST + " means nothing: the nearest setting is " + nearest + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "MCP_QUOTA_CALL_CALLER, MCP_QUOTA_CALLS_CALLER",
    "SCALEKIT_ENV_URL, SCALEKIT_ENVIRONMENT_URL",
    "MP_JWT_VERIFY_AUDIENCE, MP_JWT_VERIFY_AUDIENCES",
    "MCP_SCOPES_IMPLID_TODO_WRITE, MCP_SCOPES_IMPLIED_<SCOPE>"
  })
  void so_is_a_variable_once_whatever_its_server_lists(String variable, String nearest) {
    for (String listing : List.of("as they are", "as properties", "both")) {
      assertThat(ignored(variables(Map.of(variable, "hunter2"), listing)))
          .as(listing)
          .singleElement()
          .asString()
          .startsWith(variable + " in ")
          .endsWith(" means nothing: the nearest setting is " + nearest + ".")
          .doesNotContain("hunter2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"as they are", "as properties", "both"})
  void all_that_mean_something_are_passed_over(String listing) {
    Map<String, String> all =
        KnownSettings.ALL.stream()
            .filter(setting -> !setting.name().contains("<"))
            .collect(Collectors.toMap(Setting::variable, setting -> ""));
    all.putAll(
        Map.of(
            "MCPX", "",
            "MCP", "",
            "mcp_instructions", "",
            "MCP_SCOPES_IMPLIED_TODO_WRITE", "todo:read",
            "SCALEKITTY_URL", "",
            "MP_JWTS", "",
            "OTEL_SDK_DISABLED", "true"));

    assertThat(ignored(variables(all, listing))).isEmpty();
  }

  @Test
  void what_is_set_as_a_property_is_passed_over() {
    assertThat(
            ignored(
                Given.config(
                    Map.of(
                        "mcp.read.only", "false",
                        "%prod.mcp.read.only", "true",
                        "mp.config.cache.duration", "5",
                        "mcp.scopes.implied.todo:admin", "todo:write",
                        "mcp.scopes.implied.todo:write", "todo:read"))))
        .isEmpty();
  }

  @Test
  void the_doctor_is_told_too() {
    assertThat(Given.settings(Map.of("mcp.quota.call.caller", "5")).unknown())
        .singleElement()
        .asString()
        .startsWith("mcp.quota.call.caller" + IN_TEST);
  }

  @Test
  void a_refusal_names_what_was_set_instead_of_what_is_missing() {
    Map<String, String> properties = new HashMap<>(Given.NEEDED);
    properties.put("scalekit.enviroment.url", properties.remove("scalekit.environment.url"));
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(properties, "test", 200))
            .build();

    assertThat(
            catchThrowableOfType(SettingsException.class, () -> Settings.load(config)).problems())
        .hasSize(2)
        .anyMatch(p -> p.startsWith("scalekit.environment.url") && p.contains("is missing"))
        .anyMatch(p -> p.startsWith("scalekit.enviroment.url" + IN_TEST));
  }

  @ParameterizedTest
  @CsvSource({"todo:wirte, todo:write", "todo.write, todo:write", "todo:raed, todo:read"})
  void a_scope_that_is_almost_one_of_a_tool_is_named(String scope, String nearest) {
    assertThat(ignored(Given.config(Map.of("mcp.scopes.implied." + scope, "todo:list"))))
        .containsExactly(
            "mcp.scopes.implied."
                + scope
                + " may mean nothing: no tool needs "
                + scope
                + ", the nearest scope is "
                + nearest
                + ".");
  }

  @Test
  void so_is_one_that_is_included() {
    assertThat(ignored(Given.config(Map.of("mcp.scopes.implied.todo:admin", "todo:wirte"))))
        .containsExactly(
            "mcp.scopes.implied.todo:admin may mean nothing: no tool needs todo:wirte, the nearest"
                + " scope is todo:write.");
  }

  @Test
  void a_variable_for_a_scope_that_nobody_needs_is_named() {
    assertThat(ignored(variables(Map.of("MCP_SCOPES_IMPLIED_TODO_WIRTE", "todo:read"), "both")))
        .singleElement()
        .asString()
        .startsWith("MCP_SCOPES_IMPLIED_TODO_WIRTE means nothing: no tool needs a scope");
  }

  private static List<String> ignored(Config config) {
    return Settings.load(config).ignored(NEEDED_SCOPES);
  }

  private static Config variables(Map<String, String> variables, String listing) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("SCALEKIT_ENVIRONMENT_URL", "https://acme.scalekit.com");
    all.put("SCALEKIT_RESOURCE_ID", "res_1");
    all.put("MCP_URL", "https://mcp.acme.com/mcp");
    return new SmallRyeConfigBuilder().withSources(environment(all, listing)).build();
  }

  /** Servers differ in what they list for a variable. */
  static EnvConfigSource environment(Map<String, String> variables, String listing) {
    return new EnvConfigSource(variables, 300) {
      private static final long serialVersionUID = 1L;

      @Override
      public Set<String> getPropertyNames() {
        Set<String> names = new HashSet<>();
        for (String name : variables.keySet()) {
          if (!listing.equals("as properties")) {
            names.add(name);
          }
          if (!listing.equals("as they are")) {
            names.add(name.toLowerCase(Locale.ROOT).replace('_', '.'));
          }
        }
        return names;
      }
    };
  }
}
