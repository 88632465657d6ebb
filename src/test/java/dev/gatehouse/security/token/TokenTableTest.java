package dev.gatehouse.security.token;

import static dev.gatehouse.security.token.InvalidTokenException.Reason.BAD_SIGNATURE;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.CRITICAL_HEADER;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.EMPTY;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.EXPIRED;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.MALFORMED;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.MISSING_CLAIM;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.NOT_YET_VALID;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.TOO_LONG;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.UNKNOWN_KEY;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.WRONG_ALGORITHM;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.WRONG_AUDIENCE;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.WRONG_ISSUER;
import static dev.gatehouse.security.token.InvalidTokenException.Reason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.config.Settings;
import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.challenge.AuthorizationHeader;
import dev.gatehouse.security.jwks.KeyServer;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.support.time.MutableClock;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of every kind of Authorization field: accepted, 400, 401 or 401 invalid_token. */
@TestInstance(Lifecycle.PER_CLASS)
public class TokenTableTest {
  private static final String ACCEPTED = "accepted";
  private static final String NO_TOKEN = "401";
  private static final String MALFORMED_REQUEST = "400 invalid_request";

  private final KeyServer server = new KeyServer();
  private TokenVerifier verifier;

  @BeforeAll
  void start() {
    server.publish(Mint.KEY);
    verifier =
        new TokenVerifier(settings(server, Map.of()), new MutableClock(), new BoundedHttpClient());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  public static Settings settings(KeyServer server, Map<String, String> others) {
    Map<String, String> scalekit =
        Map.of(
            "scalekit.environment.url", server.url(),
            "scalekit.resource.id", Mint.RESOURCE_ID,
            "mcp.url", Mint.SERVER_URL);
    return Settings.load(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(scalekit, "scalekit", 200))
            .withSources(new PropertiesConfigSource(others, "others", 300))
            .build());
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource({"authorizationFields", "goodTokens", "badClaims", "badSignatures", "scalekit"})
  void authorization_ends_as_expected(
      String name, Function<String, List<String>> fields, String expected) {
    assertThat(outcome(fields.apply(server.url()))).isEqualTo(expected);
  }

  static Stream<Arguments> authorizationFields() {
    return Stream.of(
        fields("no token", good -> List.of(), NO_TOKEN),
        fields("scheme in lower case", good -> List.of("bearer " + good), ACCEPTED),
        fields("scheme in upper case", good -> List.of("BEARER " + good), ACCEPTED),
        fields("good then bad", good -> List.of("Bearer " + good, "Bearer x"), MALFORMED_REQUEST),
        fields("bad then good", good -> List.of("Bearer x", "Bearer " + good), MALFORMED_REQUEST),
        fields(
            "joined by a proxy",
            good -> List.of("Bearer " + good + ", Bearer x"),
            "400 invalid_request"),
        fields("basic", good -> List.of("Basic dXNlcjpwYXNz"), NO_TOKEN),
        fields("empty", good -> List.of("Bearer "), refused(EMPTY)),
        fields("scheme only", good -> List.of("Bearer"), refused(EMPTY)),
        fields("garbage", good -> List.of("Bearer garbage"), refused(MALFORMED)),
        fields("garbage in three parts", good -> List.of("Bearer a.b.c"), refused(MALFORMED)),
        fields("five parts", good -> List.of("Bearer a.b.c.d.e"), refused(MALFORMED)),
        fields("not Base64 inside", good -> List.of("Bearer " + good + "!"), refused(MALFORMED)),
        fields(
            "hostile number",
            good -> List.of(withHeader("{\"alg\":\"RS256\",\"x\":" + "9".repeat(99) + "}")),
            refused(BAD_SIGNATURE)),
        fields("header is an array", good -> List.of(withHeader("[]")), refused(MALFORMED)),
        fields(
            "header says alg twice",
            good -> List.of(withHeader("{\"alg\":\"RS256\",\"alg\":\"none\"}")),
            refused(MALFORMED)),
        fields(
            "tampered",
            good -> List.of("Bearer " + good.replaceFirst("\\.e", ".f")),
            refused(BAD_SIGNATURE)));
  }

  static Stream<Arguments> goodTokens() {
    return Stream.of(
        token("good", mint -> mint, ACCEPTED),
        token("audience is a string", mint -> mint.claim("aud", Mint.RESOURCE_ID), ACCEPTED),
        token(
            "several audiences",
            mint -> mint.claim("aud", List.of("a", Mint.RESOURCE_ID, "b")),
            ACCEPTED),
        token("scope only as string", mint -> mint.without("scopes"), ACCEPTED),
        token(
            "permissions instead of scopes",
            mint -> mint.without("scope", "scopes").claim("permissions", List.of("todo:read")),
            ACCEPTED),
        token("read-only", mint -> mint.claim("scope", "todo:read").without("scopes"), ACCEPTED),
        token("no scope", mint -> mint.without("scope", "scopes"), ACCEPTED),
        token("upn", mint -> mint.claim("upn", "ann@acme.com"), ACCEPTED),
        token("groups", mint -> mint.claim("groups", List.of("staff")), ACCEPTED),
        token("no jti", mint -> mint.without("jti"), ACCEPTED),
        token("no nbf", mint -> mint.without("nbf"), ACCEPTED),
        token("no typ", mint -> mint.withoutHeader("typ"), ACCEPTED),
        token("typ at+jwt", mint -> mint.header("typ", "at+jwt"), ACCEPTED),
        token("typ application/at+jwt", mint -> mint.header("typ", "application/at+jwt"), ACCEPTED),
        token("no kid", mint -> mint.withoutHeader("kid"), ACCEPTED),
        token("8.5 KB", mint -> mint.claim("custom_claims", "x".repeat(6000)), ACCEPTED),
        token("expired within the skew", mint -> mint.expiresIn(-29), ACCEPTED),
        token("valid in a moment", mint -> mint.claim("nbf", inSeconds(30)), ACCEPTED),
        token("issued in a moment", mint -> mint.claim("iat", inSeconds(30)), ACCEPTED),
        token("date with a fraction", mint -> mint.claim("exp", inSeconds(9) + 0.5), ACCEPTED));
  }

  static Stream<Arguments> badClaims() {
    return Stream.of(
        token("no sub", mint -> mint.without("sub"), refused(MISSING_CLAIM)),
        token("no iat", mint -> mint.without("iat"), refused(MISSING_CLAIM)),
        token("no iss", mint -> mint.without("iss"), refused(MISSING_CLAIM)),
        token("sub is a number", mint -> mint.claim("sub", 42), refused(MISSING_CLAIM)),
        token("expired an hour ago", mint -> mint.expiresIn(-3600), refused(EXPIRED)),
        token("expired 30 s ago", mint -> mint.expiresIn(-30), refused(EXPIRED)),
        token("expired 90 s ago", mint -> mint.expiresIn(-90), refused(EXPIRED)),
        token("no exp", mint -> mint.without("exp"), refused(MISSING_CLAIM)),
        token("exp is a string", mint -> mint.claim("exp", "never"), refused(MISSING_CLAIM)),
        token("not valid yet", mint -> mint.claim("nbf", inSeconds(31)), refused(NOT_YET_VALID)),
        token("nbf is a string", mint -> mint.claim("nbf", "soon"), refused(MISSING_CLAIM)),
        token(
            "issued in the future",
            mint -> mint.claim("iat", inSeconds(31)),
            refused(NOT_YET_VALID)),
        token("no aud", mint -> mint.without("aud"), refused(MISSING_CLAIM)),
        token("other aud", mint -> mint.claim("aud", "https://evil"), refused(WRONG_AUDIENCE)),
        token("other iss", mint -> mint.claim("iss", "https://evil"), refused(WRONG_ISSUER)),
        token(
            "iss with slash",
            mint -> mint.claim("iss", mint.claims().get("iss") + "/"),
            refused(WRONG_ISSUER)));
  }

  static Stream<Arguments> badSignatures() {
    return Stream.of(
        token(
            "signed by a stranger",
            mint -> mint.signedBy(Mint.OTHER_KEY).header("kid", "snk_1"),
            refused(BAD_SIGNATURE)),
        token(
            "signed by a stranger, no kid",
            mint -> mint.signedBy(Mint.OTHER_KEY).withoutHeader("kid"),
            refused(BAD_SIGNATURE)),
        raw("alg none", mint -> mint.header("alg", "none").tokenSignedWith(""), refused(MALFORMED)),
        raw(
            "alg none, some signature",
            mint -> mint.header("alg", "none").tokenSignedWith("x"),
            refused(WRONG_ALGORITHM)),
        raw(
            "alg missing",
            mint -> mint.withoutHeader("alg").tokenSignedWith("x"),
            refused(WRONG_ALGORITHM)),
        raw(
            "kid is a number",
            mint -> mint.header("kid", 1).tokenSignedWith("x"),
            refused(MALFORMED)),
        token(
            "HMAC with the public key",
            Mint::signedByThePublicKeyAsSecret,
            refused(WRONG_ALGORITHM)),
        token("RS512", mint -> mint.header("alg", "RS512"), refused(WRONG_ALGORITHM)),
        token("crit", mint -> mint.header("crit", List.of("exp")), refused(CRITICAL_HEADER)),
        token(
            "crit with b64", mint -> mint.header("crit", List.of("b64")), refused(CRITICAL_HEADER)),
        token("unknown kid", mint -> mint.header("kid", "ghost"), refused(UNKNOWN_KEY)));
  }

  static Stream<Arguments> scalekit() {
    String other = "res_876543210987654321";
    return Stream.of(
        token(
            "issuer of the resource",
            mint -> mint.claim("iss", mint.claims().get("iss") + "/resources/" + Mint.RESOURCE_ID),
            ACCEPTED),
        token(
            "issuer of another resource",
            mint -> mint.claim("iss", mint.claims().get("iss") + "/resources/" + other),
            refused(WRONG_ISSUER)),
        token("another resource", mint -> mint.claim("aud", other), refused(WRONG_AUDIENCE)),
        token(
            "server URL only", mint -> mint.claim("aud", Mint.SERVER_URL), refused(WRONG_AUDIENCE)),
        token(
            "API credentials",
            mint -> mint.claim("sub", "m2m_7").without("aud", "sid"),
            refused(MISSING_CLAIM)),
        token(
            "ID token",
            mint -> mint.claim("aud", List.of("m2m_7")).claim("azp", "m2m_7"),
            refused(WRONG_AUDIENCE)),
        token("ID-JAG", mint -> mint.header("typ", "oauth-id-jag+jwt"), refused(WRONG_TYPE)),
        token("logout token", mint -> mint.header("typ", "logout+jwt"), refused(WRONG_TYPE)),
        raw("tampered payload", Mint::tampered, refused(BAD_SIGNATURE)),
        token(
            "oversized",
            mint -> mint.claim("custom_claims", "x".repeat(12_500)),
            refused(TOO_LONG)),
        token("machine", mint -> mint.claim("sub", "m2m_7").without("sid", "oid"), ACCEPTED),
        token("modular SSO", mint -> mint.claim("sub", "conn_1;ann@acme.com"), ACCEPTED));
  }

  private String outcome(List<String> fields) {
    AuthorizationHeader header = AuthorizationHeader.parse(fields);
    if (!(header instanceof AuthorizationHeader.Bearer bearer)) {
      return header instanceof AuthorizationHeader.Absent ? NO_TOKEN : MALFORMED_REQUEST;
    }
    try {
      verifier.verify(bearer.token());
      return ACCEPTED;
    } catch (InvalidTokenException refused) {
      return refused(refused.reason());
    } catch (KeysUnavailableException down) {
      return "503";
    }
  }

  private static String refused(InvalidTokenException.Reason reason) {
    return "401 invalid_token " + reason;
  }

  private static Arguments token(String name, UnaryOperator<Mint> change, String expected) {
    return raw(name, mint -> change.apply(mint).token(), expected);
  }

  private static Arguments raw(String name, Function<Mint, String> token, String expected) {
    Function<String, List<String>> fields =
        issuer -> List.of("Bearer " + token.apply(new Mint(issuer)));
    return arguments(name, fields, expected);
  }

  private static Arguments fields(
      String name, Function<String, List<String>> ofGoodToken, String expected) {
    Function<String, List<String>> fields = issuer -> ofGoodToken.apply(new Mint(issuer).token());
    return arguments(name, fields, expected);
  }

  private static String withHeader(String json) {
    return "Bearer " + Mint.part(json) + ".e30.x";
  }

  private static long inSeconds(long seconds) {
    return MutableClock.START.getEpochSecond() + seconds;
  }
}
