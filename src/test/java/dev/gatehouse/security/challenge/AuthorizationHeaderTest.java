package dev.gatehouse.security.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.security.challenge.AuthorizationHeader.Absent;
import dev.gatehouse.security.challenge.AuthorizationHeader.Bearer;
import dev.gatehouse.security.challenge.AuthorizationHeader.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {
  @Test
  void no_field_is_no_token() {
    assertThat(AuthorizationHeader.parse(List.of())).isEqualTo(new Absent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Basic dXNlcjpwYXNz",
        "DPoP abc",
        "Bearerabc",
        "Digest username=\"a\", realm=\"bearer\"",
        "Negotiate"
      })
  void another_scheme_is_no_token(String value) {
    assertThat(AuthorizationHeader.parse(List.of(value))).isEqualTo(new Absent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b-_~+/c==", "bearer  a.b-_~+/c==", " BEARER\ta.b-_~+/c== "})
  void one_bearer_token_is_read_whatever_the_case(String value) {
    assertThat(AuthorizationHeader.parse(List.of(value))).isEqualTo(new Bearer("a.b-_~+/c=="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "bearer\t "})
  void a_scheme_without_token_is_an_empty_token(String value) {
    assertThat(AuthorizationHeader.parse(List.of(value))).isEqualTo(new Bearer(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer a b",
        "Bearer a,b",
        "Bearer a, Bearer b",
        "Basic dXNlcg==, Bearer b",
        "Basic dXNlcg==,bearer",
        "Bearer a\nb",
        "Bearer ,"
      })
  void more_than_one_credential_is_malformed(String value) {
    assertThat(AuthorizationHeader.parse(List.of(value))).isEqualTo(new Malformed());
  }

  @Test
  void two_fields_are_malformed_whatever_they_hold() {
    assertThat(AuthorizationHeader.parse(List.of("Bearer a", "Bearer a")))
        .isEqualTo(new Malformed());
    assertThat(AuthorizationHeader.parse(List.of("Basic a", ""))).isEqualTo(new Malformed());
  }

  @Test
  void a_token_does_not_show_in_logs() {
    assertThat(new Bearer("secret")).asString().doesNotContain("secret");
  }
}
