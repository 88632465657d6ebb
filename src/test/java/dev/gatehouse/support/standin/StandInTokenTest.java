package dev.gatehouse.support.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens from the mint, read by a library that did not write them. */
class StandInTokenTest {
  private static ScalekitStandIn scalekit;
  private static TokenMint mint;

  @BeforeAll
  static void start() {
    scalekit = ScalekitStandIn.builder().start();
    mint = scalekit.mint();
  }

  @AfterAll
  static void stop() {
    scalekit.close();
  }

  @Test
  void a_good_token_has_the_shape_of_scalekits() throws Exception {
    JwtClaims claims = verified(mint.sign());

    assertThat(claims.getIssuer()).isEqualTo(scalekit.environmentUrl());
    assertThat(claims.getAudience())
        .containsExactly("http://127.0.0.1:8080/mcp", "res_123456789012345678");
    assertThat(claims.getSubject()).matches("usr_\\d{18}");
    assertThat(claims.getStringClaimValue("client_id")).matches("m2m_\\d{18}");
    assertThat(claims.getStringClaimValue("oid")).matches("org_\\d{18}");
    assertThat(claims.getStringClaimValue("sid")).matches("ses_\\d{18}");
    assertThat(claims.getStringClaimValue("resid")).isEqualTo(scalekit.resourceId());
    assertThat(claims.getStringClaimValue("scope")).isEqualTo("todo:read todo:write");
    assertThat(claims.getStringListClaimValue("scopes")).containsExactly("todo:read", "todo:write");
    assertThat(claims.getJwtId()).matches("tkn_\\d{18}");
    assertThat(claims.getNotBefore().getValue()).isEqualTo(claims.getIssuedAt().getValue());
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(3600);
  }

  @Test
  void the_header_names_the_algorithm_the_key_and_the_type() throws Exception {
    var header = JsonWebStructure.fromCompactSerialization(mint.sign()).getHeaders();

    assertThat(header.getStringHeaderValue("alg")).isEqualTo("RS256");
    assertThat(header.getStringHeaderValue("typ")).isEqualTo("JWT");
    assertThat(header.getStringHeaderValue("kid"))
        .isEqualTo(scalekit.keys().currentKid())
        .matches("snk_\\d{18}");
  }

  @Test
  void an_audience_of_one_stays_an_array_unless_a_string_is_asked_for() throws Exception {
    assertThat(verified(mint.audience(List.of("res_1")).sign()).getRawJson())
        .contains("\"aud\":[\"res_1\"]");
    assertThat(verified(mint.audienceAsString("res_1").sign()).getRawJson())
        .contains("\"aud\":\"res_1\"");
    assertThat(verified(mint.noAudience().sign()).hasAudience()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ScopeForm.class)
  void scopes_are_written_in_each_form(ScopeForm form) throws Exception {
    JwtClaims claims = verified(mint.scopes("todo:read").scopeClaims(form).sign());

    assertThat(claims.hasClaim("scope"))
        .isEqualTo(form == ScopeForm.BOTH || form == ScopeForm.STRING);
    assertThat(claims.hasClaim("scopes"))
        .isEqualTo(form == ScopeForm.BOTH || form == ScopeForm.ARRAY);
  }

  @Test
  void a_machine_has_no_session_and_is_its_own_subject() throws Exception {
    JwtClaims claims = verified(mint.machine().sign());

    assertThat(claims.getSubject())
        .isEqualTo(claims.getStringClaimValue("client_id"))
        .isEqualTo(ScalekitStandIn.M2M_CLIENT_ID);
    assertThat(claims.hasClaim("sid")).isFalse();
  }

  @Test
  void single_sign_on_has_a_subject_with_punctuation() throws Exception {
    assertThat(verified(mint.sso().sign()).getSubject()).matches("conn_\\d+;.+@.+");
  }

  @Test
  void each_knob_turns_on_a_copy() throws Exception {
    TokenMint changed = mint.subject("usr_1").claim("custom", List.of(1)).organization(null);

    assertThat(verified(changed.sign()).getClaimsMap())
        .containsEntry("sub", "usr_1")
        .containsKey("custom")
        .doesNotContainKey("oid");
    assertThat(verified(mint.sign()).getSubject()).isNotEqualTo("usr_1");
    assertThat(verified(changed.good().sign()).getSubject())
        .isEqualTo(verified(mint.sign()).getSubject());
  }

  @Test
  void times_are_set_one_by_one_and_can_be_left_out() throws Exception {
    Instant time = Instant.parse("2020-01-01T00:00:00Z");
    JwtClaims claims = verified(mint.issuedAt(time).notBefore(null).sign());

    assertThat(claims.getIssuedAt().getValue()).isEqualTo(time.getEpochSecond());
    assertThat(claims.hasClaim("nbf")).isFalse();
    assertThat(claims.getExpirationTime().getValue()).isGreaterThan(Instant.now().getEpochSecond());
    assertThat(verified(mint.expiresAt(time).sign()).getExpirationTime().getValue())
        .isEqualTo(time.getEpochSecond());
    assertThat(verified(mint.expiresAt(null).sign()).hasClaim("exp")).isFalse();
  }

  @Test
  void header_parameters_can_be_changed_and_left_out() throws Exception {
    var changed =
        JsonWebStructure.fromCompactSerialization(mint.typ("at+jwt").kid("snk_1").sign())
            .getHeaders();
    assertThat(changed.getStringHeaderValue("typ")).isEqualTo("at+jwt");
    assertThat(changed.getStringHeaderValue("kid")).isEqualTo("snk_1");

    var bare =
        JsonWebStructure.fromCompactSerialization(mint.typ(null).kid(null).sign()).getHeaders();
    assertThat(bare.getFullHeaderAsJsonString()).isEqualTo("{\"alg\":\"RS256\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void other_rsa_algorithms_are_truly_signed(String algorithm) throws Exception {
    String token = mint.algorithm(algorithm).sign();

    assertThat(consumer(algorithm).processToClaims(token).getSubject()).startsWith("usr_");
    assertRefused(token);
  }

  @Test
  void spoiled_tokens_are_refused_by_a_verifier_that_is_right() throws Exception {
    assertRefused(mint.unsigned());
    assertRefused(mint.hs256WithPublicKey());
    assertRefused(mint.rs512());
    assertRefused(mint.withCrit());
    assertRefused(mint.tampered());
    assertRefused(mint.withBadSignature());
    assertRefused(mint.kid("snk_000000000000000000").sign());
  }

  @Test
  void an_unsigned_token_says_so_and_ends_in_a_dot() throws Exception {
    var anything =
        new JwtConsumerBuilder()
            .setDisableRequireSignature()
            .setSkipAllValidators()
            .setJwsAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS)
            .build();

    assertThat(mint.unsigned()).endsWith(".");
    assertThat(anything.processToClaims(mint.unsigned()).getSubject()).startsWith("usr_");
  }

  @Test
  void a_huge_token_is_good_but_for_its_size() throws Exception {
    String token = mint.huge(40_000);

    assertThat(token.length()).isBetween(39_900, 40_300);
    verified(token);
  }

  @Test
  void the_resource_form_of_the_issuer_is_a_setting() throws Exception {
    try (var migrated =
        ScalekitStandIn.builder().issuerForm(IssuerForm.RESOURCE).resourceId("res_7").start()) {
      var claims =
          new JwtConsumerBuilder()
              .setSkipAllValidators()
              .setSkipSignatureVerification()
              .build()
              .processToClaims(migrated.mint().sign());
      assertThat(claims.getIssuer()).isEqualTo(migrated.environmentUrl() + "/resources/res_7");
    }
  }

  private static JwtClaims verified(String token) throws InvalidJwtException {
    return consumer("RS256").processToClaims(token);
  }

  private static void assertRefused(String token) {
    assertThatThrownBy(() -> verified(token)).isInstanceOf(InvalidJwtException.class);
  }

  private static JwtConsumer consumer(String algorithm) {
    var keys =
        new HttpsJwksVerificationKeyResolver(new HttpsJwks(scalekit.environmentUrl() + "/keys"));
    return new JwtConsumerBuilder()
        .setSkipAllValidators()
        .setVerificationKeyResolver(keys)
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, algorithm)
        .build();
  }
}
