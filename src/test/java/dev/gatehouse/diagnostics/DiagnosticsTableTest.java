package dev.gatehouse.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.config.SettingsException;
import dev.gatehouse.diagnostics.Finding.State;
import dev.gatehouse.diagnostics.Lab.Reply;
import dev.gatehouse.diagnostics.ObservedRequests.Arrival;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import dev.gatehouse.support.standin.DocumentHost;
import dev.gatehouse.support.standin.ScalekitStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong in the field, and the sentence that the operator reads about it. */
class DiagnosticsTableTest {
  @TempDir static Path directory;
  private static ScalekitStandIn model;
  private static DocumentHost untrusted;
  private Lab lab;

  @BeforeAll
  static void start() throws Exception {
    model = ScalekitStandIn.builder().resourceId(Lab.RESOURCE_ID).start();
    untrusted = new DocumentHost(directory);
  }

  @AfterAll
  static void stop() {
    model.close();
    untrusted.close();
  }

  @BeforeEach
  void open() {
    lab = new Lab(model);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void all_is_well_when_all_is_well() {
    assertThat(lab.examine().findings())
        .hasSizeGreaterThan(15)
        .allSatisfy(found -> assertThat(found.state()).isEqualTo(State.OK));
  }

  @Test
  void every_check_is_in_the_documentation() throws Exception {
    String page = Files.readString(Path.of("docs/operate.md"));

    assertThat(lab.examine().findings())
        .allSatisfy(found -> assertThat(page).contains("`" + found.check() + "`"));
  }

  @Test
  void every_check_that_is_promised_for_a_trouble_is_seen_to_find_something() throws Exception {
    String page = Files.readString(Path.of("docs/operate.md"));
    String table =
        page.substring(page.indexOf("<!-- troubles -->"), page.indexOf("<!-- /troubles"));
    Set<String> tried =
        Stream.of(issuer(), metadata(), keys(), clock(), publicUrl(), traffic(), settings())
            .flatMap(cases -> cases)
            .map(given -> (String) given.get()[3])
            .collect(Collectors.toSet());
    Set<String> promised =
        table
            .lines()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.split("\\|")[2])
            .flatMap(seenBy -> Pattern.compile("`([a-z-]+)`").matcher(seenBy).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(promised).hasSizeGreaterThan(12).isSubsetOf(tried);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"issuer", "metadata", "keys", "clock", "publicUrl", "traffic", "settings"})
  void it_is_found(
      String name, Consumer<Lab> change, State state, String check, List<String> words) {
    change.accept(lab);

    assertThat(lab.examine().findings())
        .filteredOn(found -> found.state() != State.OK)
        .anySatisfy(
            found -> {
              assertThat(found.check()).isEqualTo(check);
              assertThat(found.state()).isEqualTo(state);
              assertThat(found.message()).contains(words).doesNotContain("\n", "hunter2");
            });
  }

  static Stream<Arguments> issuer() {
    return Stream.of(
        problem(
            "nobody at the issuer's address",
            lab -> lab.properties.put("scalekit.environment.url", "http://127.0.0.1:1"),
            "issuer",
            "nothing takes the connection",
            "scalekit.environment.url"),
        problem(
            "a host that does not exist",
            lab -> lab.properties.put("scalekit.environment.url", "https://acme.invalid"),
            "issuer",
            "host name is unknown",
            "scalekit.environment.url"),
        problem(
            "a certificate that this server does not trust",
            lab -> lab.properties.put("scalekit.environment.url", origin(untrusted)),
            "issuer",
            "TLS handshake failed",
            "trust store"),
        problem(
            "an issuer that never answers",
            lab -> {
              lab.limit = Duration.ofMillis(300);
              lab.reply(Lab.INSERTED, -1, "");
            },
            "issuer",
            "no answer within 300 ms"),
        problem(
            "an issuer that is overloaded", lab -> lab.everywhere(429, ""), "issuer", "HTTP 429"),
        problem(
            "a resource that the environment does not know",
            lab -> lab.properties.put("scalekit.resource.id", "res_876543210987654321"),
            "issuer",
            "does not know",
            "scalekit.resource.id",
            "scalekit.environment.url"),
        problem(
            "a captive portal",
            lab -> lab.everywhere(200, "<!doctype html>"),
            "issuer",
            "not its metadata",
            "portal"),
        problem(
            "an answer without end",
            lab -> lab.everywhere(200, " ".repeat(600_000)),
            "issuer",
            "larger than"));
  }

  static Stream<Arguments> metadata() {
    return Stream.of(
        problem(
            "a custom domain",
            lab -> lab.metadata(text -> text.replace(lab.issuer(), "https://auth.acme.com/x")),
            "issuer-metadata",
            "calls itself https://auth.acme.com/x",
            "scalekit.environment.url"),
        problem(
            "a slash at the end of the issuer",
            lab -> {
              lab.properties.put("mp.jwt.verify.issuer", lab.issuer() + "/");
            },
            "issuer-metadata",
            "slash at the end counts",
            "mp.jwt.verify.issuer"),
        problem(
            "an issuer with control characters",
            lab -> lab.metadata(text -> text.replace(lab.issuer() + "\",", "evil\\nline\",")),
            "issuer-metadata",
            "evil?line"),
        warning(
            "other keys than the issuer's",
            lab ->
                lab.properties.put(
                    "mp.jwt.verify.publickey.location", lab.url() + "/keys?secret=hunter2"),
            "keys-url",
            "mp.jwt.verify.publickey.location"),
        warning(
            "no way for clients to introduce themselves",
            lab ->
                lab.metadata(
                    text ->
                        text.replace("registration_endpoint", "x")
                            .replace("_document_supported\":true", "_document_supported\":false")),
            "clients",
            "dynamic client registration"),
        warning(
            "no PKCE", lab -> lab.metadata(text -> text.replace("S256", "plain")), "pkce", "S256"),
        warning(
            "no refresh tokens",
            lab -> lab.metadata(text -> text.replace("refresh_token", "password")),
            "refresh",
            "log in again"),
        problem(
            "a tool scope that the issuer does not know",
            lab -> lab.toolScopes = List.of("todo:read", "todo:delete"),
            "scopes",
            "todo:delete",
            "@RequiresScope"),
        problem(
            "a scope in other case",
            lab -> lab.toolScopes = List.of("Todo:read"),
            "scopes",
            "other case"),
        problem(
            "a default scope that the issuer does not know",
            lab -> lab.offered = List.of("openid", "todo:all"),
            "scopes",
            "[todo:all]",
            "mcp.scopes.default"),
        problem(
            "the administrators' scope unknown to the issuer",
            lab -> lab.properties.put("mcp.admin.enabled", "true"),
            "scopes",
            "mcp:admin"),
        warning(
            "a scope that another kind of issuer does not list",
            lab -> {
              lab.properties.put("mp.jwt.verify.issuer", lab.issuer());
              lab.toolScopes = List.of("todo:delete");
            },
            "scopes",
            "todo:delete"));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        problem("no key", lab -> lab.reply(Lab.KEYS, 200, "{\"keys\":[]}"), "keys", "has no key"),
        problem("no JWK Set", lab -> lab.reply(Lab.KEYS, 200, "<html>"), "keys", "no JWK Set"),
        problem("no answer", lab -> lab.reply(Lab.KEYS, 500, "x"), "keys", "HTTP 500"),
        problem(
            "keys for another algorithm",
            lab -> lab.properties.put("mp.jwt.verify.publickey.algorithm", "ES256"),
            "keys",
            "ES256",
            "mp.jwt.verify.publickey.algorithm"),
        problem(
            "keys where none are",
            lab ->
                lab.properties.put(
                    "mp.jwt.verify.publickey.location", lab.issuer() + "/keys?secret=hunter2"),
            "keys",
            "HTTP 404",
            "mp.jwt.verify.publickey.location"));
  }

  static Stream<Arguments> clock() {
    return Stream.of(
        warning(
            "our clock is behind",
            lab -> lab.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2)),
            "clock",
            "seconds behind",
            "mp.jwt.verify.clock.skew"),
        warning(
            "our clock is ahead",
            lab -> lab.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)),
            "clock",
            "seconds ahead of"));
  }

  static Stream<Arguments> publicUrl() {
    return Stream.of(
        warning(
            "nobody at the public URL",
            lab -> lab.properties.put("mcp.url", "http://127.0.0.1:1/mcp"),
            "public-url",
            "nothing takes the connection",
            "mcp.url"),
        problem(
            "another path at the proxy",
            lab -> lab.properties.put("mcp.url", lab.url() + "/tools/mcp"),
            "public-url",
            "HTTP 404",
            "mcp.url"),
        problem(
            "another server behind the public URL",
            lab -> lab.reply(Lab.PUBLIC, 200, "{\"resource\":\"https://other.example/mcp\"}"),
            "public-url",
            "https://other.example/mcp",
            "mcp.resource"),
        problem(
            "a slash too many in the metadata",
            lab -> lab.reply(Lab.PUBLIC, 200, "{\"resource\":\"" + lab.url() + "/mcp/\"}"),
            "public-url",
            "/mcp/ instead of"),
        problem(
            "a redirect",
            lab ->
                lab.reply(
                    Lab.PUBLIC,
                    new Reply(302, Map.of("Location", "https://login.acme.com/x?t=hunter2"), "")),
            "public-url",
            "redirects to https://login.acme.com/x"),
        problem(
            "bot protection",
            lab -> lab.reply(Lab.ENDPOINT, new Reply(403, Map.of("Server", "cloudflare"), "<p>")),
            "challenge",
            "HTTP 403 (cloudflare)",
            "bot protection"),
        problem(
            "a proxy that drops the challenge",
            lab -> lab.reply(Lab.ENDPOINT, 401, "{}"),
            "challenge",
            "WWW-Authenticate"),
        problem(
            "a challenge that leads elsewhere",
            lab ->
                lab.reply(
                    Lab.ENDPOINT,
                    new Reply(
                        401,
                        Map.of("WWW-Authenticate", "Bearer resource_metadata=\"/relative\""),
                        "")),
            "challenge",
            "WWW-Authenticate"),
        problem(
            "a Host that is not welcome",
            lab -> lab.reply(Lab.ENDPOINT, 403, "{\"message\":\"This Host is not allowed\"}"),
            "challenge",
            "mcp.allowed.hosts"),
        problem(
            "somebody who lets everybody in",
            lab -> lab.reply(Lab.ENDPOINT, 200, "{}"),
            "challenge",
            "HTTP 200"),
        warning(
            "a port that not all clients reach",
            lab -> lab.properties.put("mcp.url", "https://mcp.acme.invalid:8443/mcp"),
            "port",
            "8443",
            "443 only"));
  }

  static Stream<Arguments> traffic() {
    return Stream.of(
        warning(
            "a proxy that says nothing",
            lab -> {
              lab.properties.put("mcp.url", "https://mcp.acme.invalid/mcp");
              lab.properties.put("mcp.resource.metadata.url", lab.url() + Lab.PUBLIC);
              lab.arrival = new Arrival("127.0.0.1:8080", false, false);
            },
            "proxy",
            "127.0.0.1:8080",
            "X-Forwarded-For"),
        warning(
            "a proxy that nobody trusts",
            lab -> lab.arrival = new Arrival("127.0.0.1", false, true),
            "proxy",
            "mcp.trusted.proxies",
            "one address"),
        warning(
            "tokens for the URL with a slash",
            lab -> lab.traffic.called(arrival(lab), Set.of("res_1", lab.url() + "/mcp/")),
            "audience",
            "/mcp/]",
            "mcp.url"),
        warning(
            "tokens for another server",
            lab -> lab.refused.put(Reason.WRONG_AUDIENCE, "aud is [res_9]"),
            "tokens",
            "aud is [res_9]"),
        warning(
            "tokens of another issuer",
            lab -> lab.refused.put(Reason.WRONG_ISSUER, "iss is https://old.acme.com"),
            "tokens",
            "iss is https://old.acme.com"),
        warning(
            "tokens for API credentials",
            lab -> lab.refused.put(Reason.MISSING_CLAIM, "there is no usable aud"),
            "tokens",
            "no usable aud",
            "scalekit.resource.id"),
        warning(
            "tokens of the future",
            lab -> lab.refused.put(Reason.NOT_YET_VALID, "nbf is 9"),
            "tokens",
            "mp.jwt.verify.clock.skew"),
        warning(
            "the Inspector in a browser",
            lab -> lab.traffic.refused("Origin", "http://localhost:6274"),
            "origin",
            "http://localhost:6274",
            "mcp.allowed.origins"),
        warning(
            "a name of before",
            lab -> lab.traffic.refused("Host", "old.acme.com"),
            "host",
            "old.acme.com",
            "mcp.allowed.hosts"));
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        warning(
            "an environment with a slash",
            lab -> lab.properties.put("scalekit.environment.url", lab.url() + "/"),
            "settings",
            "scalekit.environment.url",
            "slash"),
        warning(
            "a public URL without a path",
            lab -> lab.properties.put("mcp.url", lab.url()),
            "settings",
            "mcp.url",
            "/mcp"),
        warning(
            "one form of the issuer only",
            lab -> lab.properties.put("mp.jwt.verify.issuer", lab.url()),
            "settings",
            "mp.jwt.verify.issuer",
            "one form"),
        warning(
            "a server-wide issuer",
            lab -> lab.properties.put("mp.jwt.verify.issuer", "http://127.0.0.1:1"),
            "settings",
            "mp.jwt.verify.issuer",
            "wins over"),
        warning(
            "an audience without the resource",
            lab -> lab.properties.put("mp.jwt.verify.audiences", "https://mcp.acme.com/mcp"),
            "settings",
            "mp.jwt.verify.audiences",
            "scalekit.resource.id"),
        problem(
            "a database that can't be used",
            lab -> lab.data = new DiagnosticInput.Data(true, false, "unusable, see the log"),
            "database",
            "mcp.data.source"),
        warning(
            "a database without a key",
            lab -> lab.data = new DiagnosticInput.Data(true, true, "ready"),
            "state-key",
            "mcp.state.key"),
        warning(
            "quotas of all nodes without a database",
            lab -> lab.properties.put("mcp.quota.shared", "true"),
            "quotas",
            "mcp.quota.shared",
            "no data source"),
        warning(
            "a name that means nothing",
            lab -> lab.properties.put("mcp.red.only", "true"),
            "unknown-settings",
            "mcp.red.only",
            "mcp.read.only"),
        problem(
            "a resource on another host",
            lab -> lab.properties.put("mcp.resource", "https://mcp.acme.com/mcp"),
            "resource",
            "mcp.resource",
            "https://mcp.acme.com/mcp",
            "mcp.url"),
        problem(
            "a resource below the endpoint",
            lab -> lab.properties.put("mcp.resource", lab.url() + "/mcp/tools"),
            "resource",
            "/mcp/tools"),
        problem(
            "a resource that is no URL",
            lab -> lab.properties.put("mcp.resource", "urn:acme:mcp"),
            "resource",
            "urn:acme:mcp"),
        warning("no tools", lab -> lab.tools = 0, "tools", "@Tool"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void what_can_not_work_does_not_start(String name, String property, String value, String hint) {
    lab.properties.put(property, value);

    assertThat(catchThrowableOfType(SettingsException.class, lab::examine).problems())
        .singleElement()
        .asString()
        .contains(property, hint);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("a path", "scalekit.environment.url", "https://acme.scalekit.com/x", "a path"),
        arguments("http", "scalekit.environment.url", "http://acme.scalekit.com", "https"),
        arguments("a connection's id", "scalekit.resource.id", "conn_1", "logging in"),
        arguments("an application's id", "scalekit.resource.id", "app_1", "application"),
        arguments("a client's id", "scalekit.resource.id", "skc_1", "client id"));
  }

  @Test
  void the_challenge_is_asked_for_as_by_a_client_that_does_not_say_who_it_is() {
    lab.examine();

    assertThat(lab.userAgent(Lab.PUBLIC)).isEqualTo("gatehouse");
    assertThat(lab.userAgent(Lab.ENDPOINT)).isNotEqualTo("gatehouse").isEmpty();
  }

  @Test
  void a_proxy_that_keeps_the_host_or_names_the_client_is_fine() {
    lab.properties.put("mcp.url", "https://mcp.acme.invalid/mcp");
    lab.properties.put("mcp.resource.metadata.url", lab.url() + Lab.PUBLIC);
    lab.properties.put("mcp.trusted.proxies", "127.0.0.1");
    for (Arrival good :
        List.of(
            new Arrival("MCP.acme.invalid", false, false),
            new Arrival("127.0.0.1:8080", false, true),
            new Arrival("127.0.0.1:8443", true, false))) {
      lab.arrival = good;
      assertThat(lab.examine().findings())
          .contains(Finding.ok("proxy", "Requests arrive with what the proxy should send"));
    }
  }

  private static Arrival arrival(Lab lab) {
    return new Arrival("127.0.0.1", false, true);
  }

  private static String origin(DocumentHost host) {
    return host.address().replace("/client.json", "");
  }

  private static Arguments problem(
      String name, Consumer<Lab> change, String check, String... words) {
    return arguments(name, change, State.PROBLEM, check, List.of(words));
  }

  private static Arguments warning(
      String name, Consumer<Lab> change, String check, String... words) {
    return arguments(name, change, State.WARNING, check, List.of(words));
  }
}
