package dev.gatehouse.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeyServer;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import dev.gatehouse.support.time.MutableClock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  private final KeyServer server = new KeyServer();
  private final MutableClock clock = new MutableClock();
  private final TokenVerifier verifier = verifier(Map.of());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_token_minted_by_another_library_is_accepted() throws Exception {
    RSAKey key =
        new RSAKeyGenerator(2048)
            .keyID("snk_nimbus")
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .generate();
    server.answer(200, new JWKSet(key).toString());

    BearerToken token = verifier.verify(mintedByNimbus(key));

    assertThat(token.subject()).isEqualTo("usr_7");
    assertThat(token.scopes()).containsExactlyInAnyOrder("todo:read", "todo:write");
  }

  private String mintedByNimbus(RSAKey key) throws Exception {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(server.url() + "/resources/" + Mint.RESOURCE_ID)
            .subject("usr_7")
            .audience(List.of(Mint.RESOURCE_ID))
            .issueTime(Date.from(MutableClock.START))
            .expirationTime(Date.from(MutableClock.START.plusSeconds(60)))
            .claim("scope", "todo:read todo:write")
            .build();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  @Test
  void elliptic_curves_are_accepted_when_configured() throws Exception {
    EllipticCurveJsonWebKey key = Mint.ecKey("ec_1");
    server.publish(Mint.KEY, key);
    TokenVerifier both = verifier(Map.of("mp.jwt.verify.publickey.algorithm", "RS256, ES256"));

    assertThat(both.verify(mint().signedBy(key).token()).subject()).isEqualTo("usr_42");
    assertThat(both.verify(mint().token()).subject()).isEqualTo("usr_42");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32, 63, 64, 65, 96, 256})
  void a_signature_of_zeros_is_none_whatever_the_algorithm(int bytes) throws Exception {
    EllipticCurveJsonWebKey key = Mint.ecKey("ec_1");
    server.publish(Mint.KEY, key);
    TokenVerifier both = verifier(Map.of("mp.jwt.verify.publickey.algorithm", "RS256, ES256"));
    String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);

    for (Mint mint : List.of(mint(), mint().signedBy(key))) {
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> both.verify(mint.tokenSignedWith(zeros)))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.BAD_SIGNATURE));
    }
  }

  @Test
  void a_token_without_key_id_is_tried_with_every_key() throws Exception {
    server.publish(Mint.OTHER_KEY, Mint.KEY);

    assertThat(verifier.verify(mint().withoutHeader("kid").token()).subject()).isEqualTo("usr_42");
  }

  @Test
  void a_verified_token_expires_all_the_same() throws Exception {
    server.publish(Mint.KEY);
    String token = mint().expiresIn(60).token();
    verifier.verify(token);

    clock.advance(Duration.ofSeconds(89));
    verifier.verify(token);
    clock.advance(Duration.ofSeconds(1));

    assertRefused(token, Reason.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({"60, 7200", "60, 90", "1, 31"})
  void a_token_that_is_older_than_operators_want_is_refused(String oldest, long age)
      throws Exception {
    server.publish(Mint.KEY);
    TokenVerifier strict = verifier(Map.of("mp.jwt.verify.token.age", oldest));
    String token = mint().claim("iat", MutableClock.START.getEpochSecond() - age).token();

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> strict.verify(token))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_OLD))
        .withMessage("The access token was issued too long ago");
  }

  @Test
  void a_verified_token_grows_too_old_all_the_same() throws Exception {
    server.publish(Mint.KEY);
    TokenVerifier strict = verifier(Map.of("mp.jwt.verify.token.age", "60"));
    String token = mint().token();
    strict.verify(token);

    clock.advance(Duration.ofSeconds(89));
    strict.verify(token);
    clock.advance(Duration.ofSeconds(1));

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> strict.verify(token))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_OLD));
  }

  @Test
  void a_verified_token_is_not_valid_before_its_time_when_the_clock_is_set_back() throws Exception {
    server.publish(Mint.KEY);
    String token = mint().token();
    verifier.verify(token);

    clock.advance(Duration.ofSeconds(-31));

    assertRefused(token, Reason.NOT_YET_VALID);
  }

  @Test
  void a_verified_token_is_refused_once_its_key_is_dropped() throws Exception {
    server.publish(Mint.KEY, Mint.OTHER_KEY);
    String token = mint().token();
    verifier.verify(token);
    server.publish(Mint.OTHER_KEY);

    clock.advance(Duration.ofMinutes(9));
    verifier.verify(token);
    clock.advance(Duration.ofMinutes(1));

    assertRefused(token, Reason.UNKNOWN_KEY);
  }

  @Test
  void a_verified_token_can_not_be_checked_once_the_keys_are_too_old() throws Exception {
    server.publish(Mint.KEY);
    String token = mint().expiresIn(Duration.ofDays(30).toSeconds()).token();
    verifier.verify(token);
    server.answer(503, "");

    clock.advance(IssuerKeys.TOO_OLD.plusSeconds(1));

    assertThatExceptionOfType(KeysUnavailableException.class)
        .isThrownBy(() -> verifier.verify(token));
  }

  @Test
  void a_verified_token_is_the_same_object_next_time() throws Exception {
    server.publish(Mint.KEY);
    String token = mint().token();

    assertThat(verifier.verify(token)).isSameAs(verifier.verify(token));
  }

  @Test
  void a_verified_token_does_not_vouch_for_one_with_another_signature() throws Exception {
    server.publish(Mint.KEY);
    String token = mint().token();
    verifier.verify(token);
    String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

    assertRefused(forged, Reason.BAD_SIGNATURE);
  }

  @Test
  void a_token_has_one_spelling() throws Exception {
    server.publish(Mint.KEY);
    String token = mint().token();
    verifier.verify(token);
    String rest = token.substring(0, token.length() - 1);
    for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray()) {
      if (!token.equals(rest + last)) {
        assertThatExceptionOfType(InvalidTokenException.class)
            .as("%s", last)
            .isThrownBy(() -> verifier.verify(rest + last));
      }
    }
  }

  @Test
  void an_unreadable_token_is_refused_without_asking_the_issuer() {
    assertRefused("garbage", Reason.MALFORMED);
    assertRefused(mint().header("alg", "none").tokenSignedWith("x"), Reason.WRONG_ALGORITHM);
    assertThat(server.requests()).isZero();
  }

  @Test
  void a_refusal_says_why_in_a_fixed_sentence() {
    server.publish(Mint.KEY);

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(mint().expiresIn(-60).token()))
        .satisfies(e -> assertThat(e.description()).isEqualTo("The access token expired"));
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(mint().claim("aud", "https://evil").token()))
        .withMessage("The access token was issued for another audience");
  }

  private void assertRefused(String token, Reason reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(token))
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private Mint mint() {
    return new Mint(server.url());
  }

  private TokenVerifier verifier(Map<String, String> others) {
    return new TokenVerifier(
        TokenTableTest.settings(server, others), clock, new BoundedHttpClient());
  }
}
