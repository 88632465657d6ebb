package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String IN_TEST = " in PropertiesConfigSource[source=test]";
  private static final String ENV = "https://acme.scalekit.com";
  private static final String RES = "res_123456789012345678";

  private final Map<String, String> properties =
      new HashMap<>(
          Map.of(
              "scalekit.environment.url", ENV,
              "scalekit.resource.id", RES,
              "mcp.url", "https://mcp.acme.com/mcp"));

  @Test
  void everything_derives_from_three_settings() {
    Settings settings = load();

    assertThat(settings.issuers()).containsExactlyInAnyOrder(ENV, ENV + "/resources/" + RES);
    assertThat(settings.authorizationServers()).containsExactly(ENV + "/resources/" + RES);
    assertThat(settings.keysUrl()).isEqualTo(URI.create(ENV + "/keys"));
    assertThat(settings.audiences()).containsExactly(RES);
    assertThat(settings.algorithms()).containsExactly("RS256");
    assertThat(settings.clockSkew()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.endpoint()).isEqualTo(URI.create("https://mcp.acme.com/mcp"));
    assertThat(settings.resource()).isEqualTo("https://mcp.acme.com/mcp");
    assertThat(settings.resourceDocumentation()).isEmpty();
    assertThat(settings.allowedOrigins()).containsExactly("https://mcp.acme.com");
    assertThat(settings.allowedHosts())
        .containsExactlyInAnyOrder("mcp.acme.com", "localhost", "127.0.0.1", "[::1]");
    assertThat(settings.defaultScopes()).isEmpty();
    assertThat(settings.impliedScopes(Set.of("a"))).isEmpty();
    assertThat(settings.maxBodyBytes()).isEqualTo(1_048_576);
    assertThat(settings.maxBodyTime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.serverName()).isEqualTo("gatehouse");
    assertThat(settings.serverTitle()).isEmpty();
    assertThat(settings.instructions()).isEmpty();
  }

  @Test
  void the_same_three_may_be_environment_variables() {
    Settings settings =
        Settings.load(
            environment(
                Map.of(
                    "SCALEKIT_ENVIRONMENT_URL", ENV,
                    "SCALEKIT_RESOURCE_ID", RES,
                    "MCP_URL", "https://mcp.acme.com/mcp")));

    assertThat(settings.audiences()).containsExactly(RES);
    assertThat(settings.keysUrl()).isEqualTo(URI.create(ENV + "/keys"));
  }

  @Test
  void the_version_comes_with_the_application() {
    Config config =
        new SmallRyeConfigBuilder()
            .addDefaultSources()
            .withSources(new PropertiesConfigSource(properties, "test", 200))
            .build();

    assertThat(Settings.load(config).serverVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void a_user_is_the_same_under_both_forms_of_the_issuer() {
    Settings settings = load();

    assertThat(settings.canonicalIssuer(ENV)).isEqualTo(ENV);
    assertThat(settings.canonicalIssuer(ENV + "/resources/" + RES)).isEqualTo(ENV);
    assertThat(settings.canonicalIssuer(ENV + "/resources/res_other"))
        .isEqualTo(ENV + "/resources/res_other");
    assertThat(settings.canonicalIssuer("https://other")).isEqualTo("https://other");
  }

  @Test
  void explicit_values_win_one_by_one() {
    properties.put("mp.jwt.verify.issuer", ENV);
    properties.put("mp.jwt.verify.audiences", "a, b");
    properties.put("mp.jwt.verify.publickey.algorithm", "ES256,PS512");
    properties.put("mp.jwt.verify.clock.skew", "0");
    Settings settings = load();

    assertThat(settings.issuers()).containsExactly(ENV);
    assertThat(settings.authorizationServers()).containsExactly(ENV);
    assertThat(settings.audiences()).containsExactlyInAnyOrder("a", "b");
    assertThat(settings.algorithms()).containsExactly("ES256", "PS512");
    assertThat(settings.clockSkew()).isZero();
    assertThat(settings.keysUrl()).isEqualTo(URI.create(ENV + "/keys"));
  }

  @Test
  void another_issuer_needs_no_scalekit_setting() {
    properties.keySet().removeIf(name -> name.startsWith("scalekit"));
    properties.put("mp.jwt.verify.issuer", "https://acme.auth0.example/");
    properties.put("mp.jwt.verify.publickey.location", "https://acme.auth0.example/jwks.json?v=1");
    properties.put("mp.jwt.verify.audiences", "https://mcp.acme.com/mcp");
    Settings settings = load();

    assertThat(settings.issuers()).containsExactly("https://acme.auth0.example/");
    assertThat(settings.keysUrl()).hasToString("https://acme.auth0.example/jwks.json?v=1");
    assertThat(settings.canonicalIssuer("https://acme.auth0.example/"))
        .isEqualTo("https://acme.auth0.example/");
  }

  @Test
  void all_missing_values_are_named_at_once() {
    properties.clear();

    assertThat(problems())
        .hasSize(3)
        .anySatisfy(
            p -> assertThat(p).contains("scalekit.environment.url", "SCALEKIT_ENVIRONMENT_URL"))
        .anySatisfy(p -> assertThat(p).contains("scalekit.resource.id", "SCALEKIT_RESOURCE_ID"))
        .anySatisfy(p -> assertThat(p).contains("mcp.url", "MCP_URL", "missing"));
  }

  @Test
  void an_empty_value_is_missing() {
    properties.put("scalekit.resource.id", "");
    properties.put("mcp.url", "  ");

    assertThat(problems()).hasSize(2).allSatisfy(p -> assertThat(p).contains("is missing"));
  }

  @Test
  void all_problems_show_at_once() {
    properties.put("scalekit.environment.url", "http://acme.scalekit.com");
    properties.put("scalekit.resource.id", "conn_1");
    properties.put("mcp.url", "mcp.acme.com");
    properties.put("mp.jwt.verify.publickey.algorithm", "HS256");
    properties.put("mp.jwt.verify.clock.skew", "301");
    properties.put("mcp.limits.body", "1");
    properties.put("mcp.allowed.hosts", "a:80");
    properties.put("mcp.allowed.origins", "acme.com");
    properties.put("mcp.scopes.default", "a b");
    properties.put("mcp.scopes.implied.a", "b,,c");

    assertThat(problems())
        .hasSize(10)
        .allMatch(p -> p.matches("[a-z.]+ \\(environment variable [A-Z_]+\\) .*\\."));
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.scalekit.com/, https://acme.scalekit.com",
    "HTTPS://Acme.Scalekit.com, https://acme.scalekit.com",
    "https://acme.scalekit.com:443, https://acme.scalekit.com",
    "http://localhost:9099, http://localhost:9099",
    "http://127.1.2.3:9099, http://127.1.2.3:9099",
    "http://[::1]:9099/, http://[::1]:9099"
  })
  void the_environment_url_is_forgiving_about_little(String configured, String used) {
    properties.put("scalekit.environment.url", configured);

    assertThat(load().keysUrl()).hasToString(used + "/keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://acme.scalekit.com",
        "http://localhost.evil.com",
        "http://127.0.0.1.evil.com",
        "https://acme.scalekit.com/x",
        "https://acme.scalekit.com//",
        "https://acme.scalekit.com?x",
        "https://acme.scalekit.com#x",
        "https://user:hunter2@acme.scalekit.com",
        "ftp://acme.scalekit.com",
        "acme.scalekit.com",
        "https://",
        "https://a b"
      })
  void a_wrong_environment_url_is_refused_and_shown_where_it_holds_no_secret(String configured) {
    properties.put("scalekit.environment.url", configured);

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("scalekit.environment.url")
        .endsWith(
            configured.matches(".*[@?#].*")
                ? "; found" + IN_TEST + "."
                : "; found \"" + configured + "\"" + IN_TEST + ".")
        .doesNotContain("hunter2");
  }

  @Test
  void a_refusal_says_what_was_found_and_in_which_source() {
    properties.put("mcp.quota.calls", "many");
    properties.put("mcp.instructions", "fine");
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(properties, "server.properties", 200),
                new PropertiesConfigSource(Map.of("mcp.read.only", "on\n"), "command line", 300))
            .build();

    assertThat(
            catchThrowableOfType(SettingsException.class, () -> Settings.load(config)).problems())
        .containsExactly(
            "mcp.quota.calls (environment variable MCP_QUOTA_CALLS) must be a whole number from 0"
                + " to 1000000; found \"many\" in PropertiesConfigSource[source=server.properties].",
            "mcp.read.only (environment variable MCP_READ_ONLY) must be true or false; found"
                + " \"on\" in PropertiesConfigSource[source=command line].");
  }

  @ParameterizedTest
  @CsvSource({
    "conn_1, logging in",
    "app_1, application",
    "skc_1, client id",
    "prd_skc_1, client id",
    "m2m_1, client id",
    "res_, res_...",
    "res_1/../x, res_...",
    "123, res_..."
  })
  void another_id_is_told_from_a_resource_id(String id, String hint) {
    properties.put("scalekit.resource.id", id);

    assertThat(problems())
        .singleElement()
        .asString()
        .contains(hint)
        .endsWith("; found" + IN_TEST + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example, https://h.example/mcp, https://h.example/.well-known/oauth-protected-resource/mcp",
    "https://h.example/, https://h.example/mcp, https://h.example/.well-known/oauth-protected-resource/mcp",
    "https://h.example/mcp/, https://h.example/mcp, https://h.example/.well-known/oauth-protected-resource/mcp",
    "HTTPS://H.example:443/mcp, https://h.example/mcp, https://h.example/.well-known/oauth-protected-resource/mcp",
    "https://h.example/ctx/mcp, https://h.example/ctx/mcp, https://h.example/ctx/.well-known/oauth-protected-resource/mcp",
    "https://h.example/ledger, https://h.example/ledger, https://h.example/.well-known/oauth-protected-resource/ledger",
    "https://h.example/xmcp, https://h.example/xmcp, https://h.example/.well-known/oauth-protected-resource/xmcp",
    "http://localhost:8080/mcp, http://localhost:8080/mcp, http://localhost:8080/.well-known/oauth-protected-resource/mcp"
  })
  void the_public_url_leads_to_its_metadata(String configured, String endpoint, String metadata) {
    properties.put("mcp.url", configured);
    Settings settings = load();

    assertThat(settings.endpoint()).hasToString(endpoint);
    assertThat(settings.resource()).isEqualTo(endpoint);
    assertThat(settings.resourceMetadataUrl()).hasToString(metadata);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h.example/mcp",
        "https://h.example:65536/mcp",
        "https://h.example/mcp?x=1",
        "https://h.example/mcp#x",
        "https://u@h.example/mcp",
        "https://h.example/mcp//",
        "https://h.example//mcp",
        "https://h.example/a/../mcp",
        "/mcp"
      })
  void a_wrong_public_url_is_refused(String configured) {
    properties.put("mcp.url", configured);

    assertThat(problems()).singleElement().asString().startsWith("mcp.url");
  }

  @Test
  void resource_and_metadata_and_documentation_can_be_set() {
    properties.put("mcp.resource", "urn:acme:mcp");
    properties.put("mcp.resource.metadata.url", "https://acme.com/metadata");
    assertThat(load().resource()).isEqualTo("urn:acme:mcp");
    assertThat(load().resourceMetadataUrl()).hasToString("https://acme.com/metadata");
    assertThat(load().resourceDocumentation()).isEmpty();

    properties.put("mcp.resource.documentation", "https://acme.com/docs");
    assertThat(load().resourceDocumentation()).contains(URI.create("https://acme.com/docs"));
  }

  @Test
  void a_resource_with_a_slash_keeps_it() {
    properties.put("mcp.resource", "https://mcp.acme.com/");

    assertThat(load().resource()).isEqualTo("https://mcp.acme.com/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,,b", ",", "a,", " , a"})
  void a_blank_audience_is_refused(String audiences) {
    properties.put("mp.jwt.verify.audiences", audiences);

    assertThat(problems())
        .allSatisfy(p -> assertThat(p).contains("MP_JWT_VERIFY_AUDIENCES", "blank entry"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS256,HS512", "rs256", "RS1", "EdDSA"})
  void an_algorithm_without_public_key_is_refused(String algorithms) {
    properties.put("mp.jwt.verify.publickey.algorithm", algorithms);

    assertThat(problems()).singleElement().asString().contains("public keys only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"301", "-1", "30s", "99999999999"})
  void a_wrong_skew_is_refused(String skew) {
    properties.put("mp.jwt.verify.clock.skew", skew);

    assertThat(problems()).singleElement().asString().contains("from 0 to 300");
  }

  @Test
  void keys_over_plain_http_are_refused() {
    properties.put("mp.jwt.verify.publickey.location", "http://keys.example/jwks");

    assertThat(problems()).singleElement().asString().contains("https");
  }

  @Test
  void implied_scopes_are_closed_over_cycles_and_chains() {
    properties.put("mcp.scopes.implied.todo:admin", "todo:write");
    properties.put("mcp.scopes.implied.todo:write", "todo:read, todo:list");
    properties.put("mcp.scopes.implied.todo:list", "todo:write");

    assertThat(load().impliedScopes(Set.of()))
        .containsOnly(
            Map.entry("todo:admin", Set.of("todo:write", "todo:read", "todo:list")),
            Map.entry("todo:write", Set.of("todo:read", "todo:list")),
            Map.entry("todo:list", Set.of("todo:read", "todo:write")));
  }

  @Test
  void implied_scopes_may_be_environment_variables() {
    Settings settings =
        Settings.load(
            environment(
                Map.of(
                    "SCALEKIT_ENVIRONMENT_URL", ENV,
                    "SCALEKIT_RESOURCE_ID", RES,
                    "MCP_URL", "https://mcp.acme.com/mcp",
                    "MCP_SCOPES_IMPLIED_TODO_ADMIN", "todo:write",
                    "MCP_SCOPES_IMPLIED_TODO_WRITE", "todo:read")));

    assertThat(settings.impliedScopes(Set.of("todo:admin")))
        .containsEntry("todo:admin", Set.of("todo:write", "todo:read"))
        .containsEntry("todo:write", Set.of("todo:read"));
    assertThat(settings.impliedScopes(Set.of("todo:write", "todo:admin")))
        .containsOnlyKeys("todo:admin", "todo:write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"as they are", "as properties", "both"})
  void a_variable_for_a_scope_that_no_tool_needs_gives_rights_to_nobody(String listing) {
    Map<String, String> variables =
        Map.of(
            "MCP_SCOPES_IMPLIED_TODO_ADMIN", "todo:write",
            "MCP_SCOPES_IMPLIED_TODO_WRITE", "todo:read");
    ImpliedScopes implied = ImpliedScopes.read(new PropertySource(listed(variables, listing)));
    Set<String> known = Set.of("todo:write", "todo:read");

    assertThat(implied.closure(known)).containsOnly(Map.entry("todo:write", Set.of("todo:read")));
    assertThat(implied.remarks(known))
        .singleElement()
        .asString()
        .startsWith("MCP_SCOPES_IMPLIED_TODO_ADMIN means nothing");
  }

  @Test
  void a_property_for_a_scope_that_no_tool_needs_is_used_next_to_variables() {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new EnvConfigSource(Map.of("MCP_SCOPES_IMPLIED_TODO_ADMIN", "todo:delete"), 300),
                new PropertiesConfigSource(
                    Map.of("mcp.scopes.implied.todo.admin", "todo:write"), "test", 400))
            .build();
    ImpliedScopes implied = ImpliedScopes.read(new PropertySource(config));

    assertThat(implied.closure(Set.of("todo:write")))
        .containsOnly(Map.entry("todo.admin", Set.of("todo:write")));
    assertThat(implied.remarks(Set.of("todo:write"))).isEmpty();
  }

  @Test
  void origins_are_written_as_browsers_do() {
    properties.put("mcp.allowed.origins", "https://Claude.ai:443, http://localhost:6274");
    properties.put("mcp.allowed.hosts", "MCP.acme.com");

    assertThat(load().allowedOrigins())
        .containsExactlyInAnyOrder("https://claude.ai", "http://localhost:6274");
    assertThat(load().allowedHosts()).containsExactly("mcp.acme.com");
  }

  @Test
  void any_origin_and_any_host_must_be_asked_for() {
    properties.put("mcp.allowed.origins", "*");
    properties.put("mcp.allowed.hosts", "*");

    assertThat(load().allowedOrigins()).containsExactly("*");
    assertThat(load().allowedHosts()).containsExactly("*");
  }

  @Test
  void default_scopes_are_a_list() {
    properties.put("mcp.scopes.default", "todo:read, todo:write");

    assertThat(load().defaultScopes()).contains(List.of("todo:read", "todo:write"));
  }

  @Test
  void a_wrong_implied_scope_found_late_is_reported_too() {
    Map<String, String> variables =
        Map.of(
            "SCALEKIT_ENVIRONMENT_URL",
            ENV,
            "SCALEKIT_RESOURCE_ID",
            RES,
            "MCP_URL",
            "https://mcp.acme.com/mcp",
            "MCP_SCOPES_IMPLIED_A_B",
            "x y");
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () -> Settings.load(environment(variables)).impliedScopes(Set.of("a:b")));

    assertThat(refused.problems())
        .anySatisfy(p -> assertThat(p).contains("MCP_SCOPES_IMPLIED_A_B"));
  }

  @Test
  void a_key_for_state_is_32_bytes_in_either_base64() {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) 0xfb);
    properties.put(
        "mcp.state.key",
        Base64.getEncoder().encodeToString(bytes)
            + " , "
            + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));

    assertThat(load().stateKeys())
        .hasSize(2)
        .allSatisfy(key -> assertThat(key.getEncoded()).isEqualTo(bytes))
        .allSatisfy(key -> assertThat(key.getAlgorithm()).isEqualTo("AES"));
  }

  @Test
  void without_a_key_for_state_there_is_none() {
    assertThat(load().stateKeys()).isEmpty();
    assertThat(load().singleUseStates()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "hunter2hunter2hunter2hunter2hunter2hunter2h,",
        "hunter2hunter2hunter2hunter2hunter2hunter2h,hunter2",
        "hunter2hunter2hunter2hunter2hunter2hunter2h==",
        "hunter2hunter2hunter2hunter2hunter2hunter2hX",
        "hunter2 hunter2hunter2hunter2hunter2hunter2",
        ",hunter2hunter2hunter2hunter2hunter2hunter2h",
        "hunter2hunter2hunter2hunter2hunter2hunter2h,hunter2hunter2hunter2hunter2hunter2hunter2h,"
            + "hunter2hunter2hunter2hunter2hunter2hunter2h"
      })
  void a_wrong_key_for_state_is_refused_without_repeating_it(String key) {
    properties.put("mcp.state.key", key);

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("mcp.state.key (environment variable MCP_STATE_KEY) must ")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "false, false"})
  void states_can_be_for_single_use(String configured, boolean used) {
    properties.put("mcp.state.single.use", configured);

    assertThat(load().singleUseStates()).isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.0.0.0/9, 10.128.0.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "0.0.0.0/0, 198.51.100.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false"
  })
  void trusted_proxies_are_addresses_and_blocks(String block, String address, boolean contained) {
    properties.put("mcp.trusted.proxies", "198.51.100.200, " + block);

    assertThat(load().trustedProxies().get(1).contains(AddressBlock.address(address).orElseThrow()))
        .isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example",
        "10.0.0/8",
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/",
        "10.0.0.0/x",
        "256.0.0.1"
      })
  void a_wrong_proxy_is_refused(String proxies) {
    properties.put("mcp.trusted.proxies", proxies);

    assertThat(problems()).singleElement().asString().startsWith("mcp.trusted.proxies");
  }

  @Test
  void a_switch_is_true_or_false() {
    properties.put("mcp.state.single.use", "yes");

    assertThat(problems())
        .containsExactly(
            "mcp.state.single.use (environment variable MCP_STATE_SINGLE_USE) must be true or"
                + " false; found \"yes\""
                + IN_TEST
                + ".");
  }

  private Settings load() {
    return Settings.load(config());
  }

  private List<String> problems() {
    return catchThrowableOfType(SettingsException.class, this::load).problems();
  }

  private Config config() {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 200))
        .build();
  }

  private static Config listed(Map<String, String> variables, String listing) {
    return new SmallRyeConfigBuilder()
        .withSources(UnknownNamesTest.environment(variables, listing))
        .build();
  }

  private static Config environment(Map<String, String> variables) {
    return new SmallRyeConfigBuilder().withSources(new EnvConfigSource(variables, 300)).build();
  }
}
