package dev.gatehouse.security.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.security.token.InvalidTokenException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerChallengeTest {
  private static final URI METADATA =
      URI.create("https://todo.example/.well-known/oauth-protected-resource/mcp");
  private static final String METADATA_PARAMETER =
      "resource_metadata=\"https://todo.example/.well-known/oauth-protected-resource/mcp\"";

  @Test
  void the_first_answer_has_no_error() {
    BearerChallenge challenge =
        BearerChallenge.noToken(METADATA, List.of("todo:read", "todo:write"));

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.error()).isEmpty();
    assertThat(challenge.headerValue())
        .isEqualTo("Bearer realm=\"OAuth\", scope=\"todo:read todo:write\", " + METADATA_PARAMETER);
  }

  @Test
  void without_scopes_the_parameter_is_left_out() {
    assertThat(BearerChallenge.noToken(METADATA, List.of()).headerValue())
        .isEqualTo("Bearer realm=\"OAuth\", " + METADATA_PARAMETER);
  }

  @Test
  void a_bad_token_is_answered_with_401_and_the_reason() {
    BearerChallenge challenge =
        BearerChallenge.invalidToken(METADATA, List.of("todo:read"), "The access token expired");

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.headerValue())
        .isEqualTo(
            "Bearer realm=\"OAuth\", error=\"invalid_token\", "
                + "error_description=\"The access token expired\", scope=\"todo:read\", "
                + METADATA_PARAMETER);
  }

  @Test
  void a_malformed_request_is_answered_with_400() {
    BearerChallenge challenge = BearerChallenge.invalidRequest(METADATA, "One token, please");

    assertThat(challenge.status()).isEqualTo(400);
    assertThat(challenge.headerValue())
        .isEqualTo(
            "Bearer realm=\"OAuth\", error=\"invalid_request\", "
                + "error_description=\"One token, please\", "
                + METADATA_PARAMETER);
  }

  @Test
  void missing_scopes_are_answered_with_403_and_all_of_them() {
    BearerChallenge challenge =
        BearerChallenge.insufficientScope(
            METADATA, List.of("todo:write"), List.of("todo:read", "todo:write"));

    assertThat(challenge.status()).isEqualTo(403);
    assertThat(challenge.headerValue())
        .isEqualTo(
            "Bearer realm=\"OAuth\", error=\"insufficient_scope\", "
                + "error_description=\"Required scope: todo:write\", "
                + "scope=\"todo:read todo:write\", "
                + METADATA_PARAMETER);
  }

  @Test
  void a_description_can_not_leave_its_quotes_or_its_line() {
    String value =
        BearerChallenge.invalidToken(METADATA, List.of(), "a\" b\\\r\nSet-Cookie: ä\u0000")
            .headerValue();

    assertThat(value).contains("error_description=\"a? b???Set-Cookie: ??\"");
    assertThat(value).matches("[\\x20-\\x7E]+");
  }

  @Test
  void a_metadata_url_is_written_in_ASCII() {
    String value =
        BearerChallenge.noToken(URI.create("https://todo.example/aufgäben"), List.of())
            .headerValue();

    assertThat(value).endsWith("resource_metadata=\"https://todo.example/aufg%C3%A4ben\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "a\r\nb", "ä"})
  void what_is_no_scope_is_refused(String scope) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BearerChallenge.noToken(METADATA, List.of(scope)));
  }

  @ParameterizedTest
  @EnumSource
  void the_reasons_of_refusals_need_no_replacement(InvalidTokenException.Reason reason) {
    String description = new InvalidTokenException(reason).description();

    assertThat(BearerChallenge.invalidRequest(METADATA, description).description())
        .isEqualTo(description);
  }
}
