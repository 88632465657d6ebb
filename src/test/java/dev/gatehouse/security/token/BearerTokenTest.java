package dev.gatehouse.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
  private static final String IDENTITY = "\"iss\":\"https://env\",\"sub\":\"usr_1\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"scope\":\"todo:read todo:write\"",
        "\"scope\":\"  todo:read   todo:write \"",
        "\"scopes\":[\"todo:read\",\"todo:write\"]",
        "\"scopes\":\"todo:read todo:write\"",
        "\"scope\":[\"todo:read\",\"todo:write\"]",
        "\"scope\":\"todo:read\",\"scopes\":[\"todo:write\",\" \",1,null]"
      })
  void scopes_are_the_union_of_both_claims(String claims) throws Exception {
    assertThat(token(claims).scopes()).containsExactlyInAnyOrder("todo:read", "todo:write");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"permissions\":[\"todo:read\"]",
        "\"roles\":[\"todo:read\"]",
        "\"groups\":[\"todo:read\"]",
        "\"roles\":\"todo:read\"",
        "\"scope\":{\"todo:read\":true}",
        "\"scope\":\"\""
      })
  void nothing_else_is_a_scope(String claims) throws Exception {
    assertThat(token(claims).scopes()).isEmpty();
  }

  @Test
  void scalekits_names_are_understood() throws Exception {
    BearerToken token =
        token("\"oid\":\"org_1\",\"client_id\":\"https://c\",\"jti\":\"tkn_1\",\"org_id\":\"x\"");

    assertThat(token.issuer()).isEqualTo("https://env");
    assertThat(token.subject()).isEqualTo("usr_1");
    assertThat(token.organization()).contains("org_1");
    assertThat(token.clientId()).contains("https://c");
    assertThat(token.tokenId()).contains("tkn_1");
    assertThat(token.isMachine()).isFalse();
  }

  @Test
  void other_issuers_names_are_understood() throws Exception {
    BearerToken token = token("\"org_id\":\"org_2\",\"azp\":\"usr_1\"");

    assertThat(token.organization()).contains("org_2");
    assertThat(token.clientId()).contains("usr_1");
    assertThat(token.isMachine()).isTrue();
    assertThat(token.tokenId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"upn\":\"ann@acme.com\",\"preferred_username\":\"ann\" | ann@acme.com",
        "\"preferred_username\":\"ann\" | ann",
        "\"upn\":1 | usr_1",
        "\"x\":1 | usr_1"
      })
  void the_name_is_upn_or_preferred_username_or_sub(String claims, String name) throws Exception {
    assertThat(token(claims).getName()).isEqualTo(name);
  }

  @Test
  void claims_have_the_types_of_microprofile_jwt() throws Exception {
    JsonWebToken token =
        token(
            "\"aud\":\"res_1\",\"groups\":[\"a\",\"b\"],\"exp\":9000000000,\"iat\":7.9,"
                + "\"email_verified\":true,\"address\":{\"country\":\"AT\"}");

    assertThat(token.<Set<String>>getClaim("aud")).containsExactly("res_1");
    assertThat(token.getAudience()).containsExactly("res_1");
    assertThat(token.getGroups()).containsExactlyInAnyOrder("a", "b");
    assertThat(token.<Long>getClaim("exp")).isEqualTo(9_000_000_000L);
    assertThat(token.getExpirationTime()).isEqualTo(9_000_000_000L);
    assertThat(token.getIssuedAtTime()).isEqualTo(7);
    assertThat(token.<Boolean>getClaim("email_verified")).isTrue();
    assertThat(token.<JsonObject>getClaim("address").getString("country")).isEqualTo("AT");
    assertThat(token.getIssuer()).isEqualTo("https://env");
    assertThat(token.getSubject()).isEqualTo("usr_1");
    assertThat(token.claim(Claims.sub)).contains("usr_1");
  }

  @Test
  void other_claims_are_strings_or_json() throws Exception {
    JsonWebToken token =
        token(
            "\"scope\":\"a b\",\"scopes\":[\"a\"],\"level\":3,\"custom_claims\":{\"x\":1},"
                + "\"nothing\":null,\"nbf\":\"soon\"");

    assertThat(token.<String>getClaim("scope")).isEqualTo("a b");
    assertThat(token.<JsonArray>getClaim("scopes"))
        .isEqualTo(Json.createArrayBuilder().add("a").build());
    assertThat(token.<JsonNumber>getClaim("level").intValue()).isEqualTo(3);
    assertThat(token.<JsonObject>getClaim("custom_claims").getInt("x")).isEqualTo(1);
    assertThat(token.<String>getClaim("nbf")).isEqualTo("soon");
    assertThat(token.getClaimNames()).contains("iss", "sub", "scope", "level");
  }

  @Test
  void absent_claims_are_null_or_empty_as_the_interface_has_it() throws Exception {
    BearerToken token = token("\"x\":1");

    assertThat(token.<String>getClaim("missing")).isNull();
    assertThat(token.claim("missing")).isEqualTo(Optional.empty());
    assertThat(token.getTokenID()).isNull();
    assertThat(token.getAudience()).isEmpty();
    assertThat(token.getGroups()).isEmpty();
  }

  @Test
  void the_raw_token_is_there_but_does_not_show_in_logs() throws Exception {
    BearerToken token = token("\"email\":\"ann@acme.com\"");

    assertThat(token.getRawToken()).isEqualTo("raw.jwt.text");
    assertThat(token).hasToString("BearerToken[usr_1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"x\"", "{", "{}x", "{\"exp\":1e99999999999}"})
  void a_payload_that_is_no_object_is_refused(String payload) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> BearerToken.parse("raw.jwt.text", payload));
  }

  private static BearerToken token(String claims) throws InvalidTokenException {
    return BearerToken.parse("raw.jwt.text", "{" + IDENTITY + "," + claims + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"scp\":[\"todo:read\",\"todo:write\"]",
        "\"scp\":\"todo:read todo:write\"",
        "\"scope\":\"todo:read\",\"scp\":[\"todo:write\"]"
      })
  void scopes_are_read_as_okta_and_entra_write_them(String claims) throws Exception {
    assertThat(token(claims).scopes()).containsExactlyInAnyOrder("todo:read", "todo:write");
  }
}
