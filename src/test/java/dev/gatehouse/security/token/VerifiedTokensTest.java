package dev.gatehouse.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeySet;
import dev.gatehouse.support.time.MutableClock;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private final IssuerKeys keys =
      new IssuerKeys(
          new BoundedHttpClient(),
          URI.create("http://localhost/keys"),
          Set.of("RS256"),
          new MutableClock());
  private final VerifiedTokens verified = new VerifiedTokens(keys);

  @Test
  void a_token_is_found_by_its_full_text_only() {
    keep("a.b.c");

    assertThat(verified.find("a.b.c")).isPresent();
    assertThat(verified.find("a.b.d")).isEmpty();
    assertThat(verified.find("")).isEmpty();
  }

  @Test
  void a_token_verified_with_other_keys_is_not_found() {
    KeySet others = new KeySet(List.of());
    verified.keep(new BearerToken("a.b.c", JsonValue.EMPTY_JSON_OBJECT), others);

    assertThat(verified.find("a.b.c")).isEmpty();
  }

  @Test
  void the_token_not_used_for_longest_makes_room() {
    IntStream.range(0, VerifiedTokens.MOST).forEach(i -> keep("token" + i));
    verified.find("token0");

    keep("one more");

    assertThat(verified.find("token0")).isPresent();
    assertThat(verified.find("token1")).isEmpty();
    assertThat(verified.find("token2")).isPresent();
    assertThat(verified.find("one more")).isPresent();
  }

  @Test
  void together_they_have_no_more_characters_than_there_is_room_for() {
    VerifiedTokens few = new VerifiedTokens(keys, 8);
    keep(few, "aaaa");
    keep(few, "aaaa");
    keep(few, "bbbb");
    assertThat(few.find("aaaa")).isPresent();

    keep(few, "cc");
    assertThat(few.find("aaaa")).isPresent();
    assertThat(few.find("bbbb")).isEmpty();

    keep(few, "too long for all the room");
    assertThat(few.find("too long for all the room")).isEmpty();
    assertThat(few.find("aaaa")).isEmpty();
    keep(few, "dddd");
    assertThat(few.find("dddd")).isPresent();
  }

  private void keep(String token) {
    keep(verified, token);
  }

  private void keep(VerifiedTokens verified, String token) {
    verified.keep(new BearerToken(token, JsonValue.EMPTY_JSON_OBJECT), keys.current());
  }
}
