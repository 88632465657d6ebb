package dev.gatehouse.mcp.modern.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.UnansweredException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestStateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final JsonObject OLD = Json.createObjectBuilder().add("action", "decline").build();
  private static final JsonObject NEW = Json.createObjectBuilder().add("action", "accept").build();
  private static final RequestState FIRST =
      RequestState.first(
          StateBinding.of("c", "tools/call", "t", JsonValue.EMPTY_JSON_OBJECT), Set.of("a"), NOW);

  @Test
  void new_answers_join_the_accepted_ones_if_they_were_asked_for() {
    RequestState state = FIRST.next(Map.of("a", OLD), Set.of("b", "c", "d"), NOW);
    JsonObject responses =
        Json.createObjectBuilder()
            .add("a", NEW)
            .add("b", NEW)
            .add("c", "no object")
            .addNull("d")
            .add("unasked", NEW)
            .build();

    assertThat(state.answers(responses)).containsOnly(Map.entry("a", OLD), Map.entry("b", NEW));
  }

  @Test
  void each_round_has_its_own_time() {
    Instant later = NOW.plusSeconds(60);

    assertThat(FIRST.expires()).isEqualTo(NOW.plus(RequestState.LIFETIME));
    assertThat(FIRST.next(Map.of(), Set.of(), later).expires())
        .isEqualTo(later.plus(RequestState.LIFETIME));
  }

  @Test
  void rounds_come_to_an_end() {
    RequestState state = FIRST;
    for (int round = 2; round <= Input.MAX_ROUNDS; round++) {
      state = state.next(Map.of(), Set.of("a"), NOW);
      assertThat(state.round()).isEqualTo(round);
    }
    RequestState last = state;

    assertThatThrownBy(() -> last.next(Map.of(), Set.of("a"), NOW))
        .isInstanceOf(UnansweredException.class);
  }

  @Test
  void its_json_holds_all_of_it() {
    RequestState state = FIRST.next(Map.of("a", OLD), Set.of("b"), NOW.plusNanos(1_999_999));

    assertThat(RequestState.of(state.toJson())).isEqualTo(state);
  }
}
