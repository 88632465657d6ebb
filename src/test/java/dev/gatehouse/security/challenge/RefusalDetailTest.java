package dev.gatehouse.security.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.jwks.KeyServer;
import dev.gatehouse.security.token.InvalidTokenException;
import dev.gatehouse.security.token.Mint;
import dev.gatehouse.security.token.TokenTableTest;
import dev.gatehouse.security.token.TokenVerifier;
import dev.gatehouse.support.time.MutableClock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operator reads about a refused token, and what the caller does not. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalDetailTest {
  private static final String EVIL = "evil\r\n\u001b[31mINFO all is well" + "x".repeat(300);
  private static final String BRIEF = "evil???[31mINFO all is well";

  private final KeyServer server = new KeyServer();

  @BeforeAll
  void start() {
    server.publish(Mint.KEY);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void a_refusal_says_what_was_found_and_what_is_accepted(
      String name, UnaryOperator<Mint> change, List<String> words) {
    String token = change.apply(new Mint(server.url())).token();
    TokenVerifier verifier =
        new TokenVerifier(
            TokenTableTest.settings(server, Map.of()), new MutableClock(), new BoundedHttpClient());

    InvalidTokenException refused =
        catchThrowableOfType(InvalidTokenException.class, () -> verifier.verify(token));

    assertThat(refused.detail())
        .contains(words)
        .hasSizeLessThan(1200)
        .matches("[\\x20-\\x7e]*")
        .doesNotContain(token.split("\\."));
    assertThat(refused.description()).matches("[A-Za-z ]+");
    assertThat(refused.getMessage()).isEqualTo(refused.description());
  }

  Stream<Arguments> refusals() {
    String accepted = "accepted are [" + Mint.RESOURCE_ID + "] by scalekit.resource.id";
    return Stream.of(
        row("issuer", mint -> mint.claim("iss", EVIL), "iss is " + BRIEF, "x..., accepted are ["),
        row(
            "both forms of the issuer",
            mint -> mint.claim("iss", server.url() + "/"),
            "iss is " + server.url() + "/, accepted are [" + server.url() + ", ",
            "/resources/" + Mint.RESOURCE_ID + "] by scalekit.environment.url"),
        row("audience", mint -> mint.claim("aud", "res_9"), "aud is [res_9], " + accepted),
        row(
            "many audiences",
            mint -> mint.claim("aud", IntStream.range(0, 900).mapToObj(i -> "r" + i).toList()),
            "aud is [r0, r1, r10, r100, r101, ...], " + accepted),
        row("evil audience", mint -> mint.claim("aud", List.of(EVIL)), "aud is [" + BRIEF, "x...]"),
        row("no audience", mint -> mint.without("aud"), "no usable aud"),
        row("no subject", mint -> mint.without("sub"), "no usable sub"),
        row("no issuer", mint -> mint.without("iss"), "no usable iss"),
        row("no expiry", mint -> mint.without("exp"), "no usable exp"),
        row("expired", mint -> mint.expiresIn(-60), "exp is 1772366340, now is 1772366400"),
        row("not yet", mint -> mint.claim("nbf", 1772366500L), "nbf is 1772366500, now is"),
        row("issued later", mint -> mint.claim("iat", 1772366500L), "iat is 1772366500, now is"),
        row("unknown key", mint -> mint.header("kid", EVIL), "kid is " + BRIEF, "x..."),
        row("algorithm", mint -> mint.header("alg", "RS512"), "alg is RS512, accepted are [RS256]"),
        row("type", mint -> mint.header("typ", "logout+jwt"), "typ is logout+jwt"));
  }

  private static Arguments row(String name, UnaryOperator<Mint> change, String... words) {
    return arguments(name, change, List.of(words));
  }
}
