package dev.gatehouse.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.jwks.KeyServer;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import dev.gatehouse.support.time.MutableClock;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that no issuer writes on purpose end as refused tokens, not as failures of the server. */
class OddTokensTest {
  private static final String DIGITS = "9".repeat(5000);

  private final KeyServer server = new KeyServer();
  private final TokenVerifier verifier =
      new TokenVerifier(
          TokenTableTest.settings(server, Map.of()), new MutableClock(), new BoundedHttpClient());
  private final Mint mint = new Mint(server.url());

  OddTokensTest() {
    server.publish(Mint.KEY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[{}]", "\"{}\"", "1", "true", "{\"iss\":", "{iss:1}", "\u0000"})
  void a_payload_that_is_no_object_is_malformed(String payload) {
    assertRefused(mint.tokenWith(payload), Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"iss\":null,\"sub\":null}", "{\"iss\":\"\\uD800\"}"})
  void a_payload_without_claims_lacks_them(String payload) {
    assertRefused(mint.tokenWith(payload), Reason.MISSING_CLAIM);
  }

  @Test
  void a_payload_beyond_the_bounds_of_the_parser_is_malformed() {
    assertRefusedWith("[".repeat(5000) + "]".repeat(5000));
    assertRefusedWith("{\"x\":".repeat(1500) + "1" + "}".repeat(1500));
    assertRefusedWith(DIGITS);
    assertRefusedWith("1e99999999999");
  }

  private void assertRefusedWith(String value) {
    assertRefused(mint.tokenWith(mint.payloadWith("\"x\":" + value)), Reason.MALFORMED);
  }

  @Test
  void a_claim_that_is_there_twice_is_not_chosen_from() {
    assertRefused(mint.tokenWith(mint.payloadWith("\"sub\":\"usr_1\"")), Reason.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "exp, null, MISSING_CLAIM",
    "exp, [1], MISSING_CLAIM",
    "exp, {}, MISSING_CLAIM",
    "exp, -1e15, EXPIRED",
    "exp, 1e-999999999, EXPIRED",
    "nbf, null, MISSING_CLAIM",
    "nbf, 1e15, NOT_YET_VALID",
    "iat, true, MISSING_CLAIM",
    "iat, 1e15, NOT_YET_VALID"
  })
  void a_date_that_is_none_or_out_of_this_world_is_refused(
      String claim, String value, Reason reason) {
    mint.without(claim);
    assertRefused(mint.tokenWith(mint.payloadWith("\"" + claim + "\":" + value)), reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e30", "31556889864403200"})
  void a_token_that_outlives_the_calendar_is_refused(String expiry) {
    mint.without("exp");
    assertRefused(mint.tokenWith(mint.payloadWith("\"exp\":" + expiry)), Reason.MISSING_CLAIM);
  }

  @Test
  void a_token_may_live_as_long_as_the_calendar() throws Exception {
    mint.without("exp");
    BearerToken token =
        verifier.verify(mint.tokenWith(mint.payloadWith("\"exp\":31556889864403199")));

    assertThat(Instant.ofEpochSecond(token.getExpirationTime())).isAfter(MutableClock.START);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"RS256\"",
        "1",
        "",
        "{\"alg\":null}",
        "{\"alg\":{}}",
        "{\"alg\":[\"RS256\"]}",
        "{\"alg\":\"RS256\",\"kid\":null,\"typ\":{}}",
        "{\"alg\":\"RS256\",\"kid\":[]}",
        "{\"alg\":\"RS256\",\"crit\":null}",
        "{\"alg\":\"RS256\",\"b64\":\"x\"}",
        "{\"alg\":\"RS256\",\"jwk\":[]}",
        "{\"alg\":\"RS256\",\"x5c\":1}",
        "{\"alg\":\"RS256\",\"zip\":\"DEF\"}",
        "{\"alg\":\"RS256\",\"x\":1e99999999999}",
        "{\"alg\":\"RS256\",\"x\":NaN}",
        "{\"alg\":\"\uD83D\uDE00\"}"
      })
  void an_odd_header_is_refused(String header) {
    assertRefused(Mint.part(header) + ".e30.AAAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{}", "]", "}", ",\"typ\":\"JWT\"}", "\u0000", "\u00a0"})
  void more_after_the_header_or_the_payload_is_refused_though_it_is_signed(String more)
      throws Exception {
    String header = "{\"alg\":\"RS256\",\"kid\":\"snk_1\"}";
    String payload = mint.payloadWith("\"x\":1");

    verifier.verify(Mint.signed(header + " \r\n", payload + "\t"));
    assertRefused(Mint.signed(header + more, payload), Reason.MALFORMED);
    assertRefused(Mint.signed(header, payload + more), Reason.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'b64':true | CRITICAL_HEADER",
        "'b64':false | CRITICAL_HEADER",
        "'crit':null | CRITICAL_HEADER",
        "'x':{'a':1,'a':2} | MALFORMED",
        "'kid':'snk_1' | MALFORMED",
        "'al\\u0067':'none' | MALFORMED",
        "'x':01 | MALFORMED",
        "'typ':'logout+jwt' | WRONG_TYPE"
      },
      quoteCharacter = '`')
  void a_signature_does_not_help_an_odd_header(String member, Reason reason) {
    String header = "{'alg':'RS256','kid':'snk_1'," + member + "}";

    assertRefused(Mint.signed(header.replace('\'', '"'), mint.payloadWith("\"x\":1")), reason);
  }

  @Test
  void a_header_of_great_depth_is_refused() {
    assertRefused(Mint.part("{\"alg\":\"RS256\",\"x\":" + "[".repeat(11_000)) + ".e30.AAAA");
    assertRefused(
        Mint.part("{\"alg\":\"RS256\",\"x\":" + "[".repeat(5500) + "]".repeat(5500) + "}")
            + ".e30.AAAA");
  }

  @Test
  void a_key_that_the_token_brings_along_or_points_to_is_not_used() {
    try (KeyServer strange = new KeyServer()) {
      strange.publish(Mint.OTHER_KEY);
      mint.signedBy(Mint.OTHER_KEY)
          .header("jwk", Mint.OTHER_KEY.toParams(OutputControlLevel.PUBLIC_ONLY))
          .header("jku", strange.keysUrl().toString())
          .header("x5u", strange.keysUrl().toString());
      assertRefused(mint.token(), Reason.UNKNOWN_KEY);
      assertRefused(mint.header("kid", Mint.KEY.getKeyId()).token(), Reason.BAD_SIGNATURE);
      assertRefused(mint.withoutHeader("kid").token(), Reason.BAD_SIGNATURE);
      assertThat(strange.requests()).isZero();
    }
  }

  private void assertRefused(String token) {
    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify(token));
  }

  private void assertRefused(String token, Reason reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(token))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
