package dev.gatehouse.mcp.modern.round;

import static dev.gatehouse.mcp.modern.round.StateSealTest.BINDING;
import static dev.gatehouse.mcp.modern.round.StateSealTest.NOW;
import static dev.gatehouse.mcp.modern.round.StateSealTest.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two nodes with one database. */
class SharedUsedStatesTest {
  private final DataSource source = Databases.embedded(UUID.randomUUID().toString());
  private final Database database = Databases.open(source, Databases.nodes());
  private final SharedUsedStates here = new SharedUsedStates(database);
  private final SharedUsedStates there =
      new SharedUsedStates(Databases.open(source, Databases.nodes()));

  private static StateSeal seal(DataSource source) {
    Map<String, String> settings =
        Map.of(
            "mcp.state.key",
            Base64.getEncoder().encodeToString(new byte[32]),
            "mcp.state.single.use",
            "true");
    Nodes nodes = Nodes.of(Databases.open(source, Databases.nodes()));
    return StateSeal.of(StateSealTest.settings(settings), nodes);
  }

  private List<String> rows() {
    return database.with(
        sql -> sql.all("select nonce from gatehouse_used_state", at -> at.getString(1)));
  }

  @Test
  void a_state_that_one_node_has_taken_is_refused_by_all() throws InvalidStateException {
    StateSeal one = seal(source);
    StateSeal other = seal(source);
    String sealed = one.seal(STATE);
    other.spend(sealed, other.open(sealed, BINDING, NOW), NOW);
    for (StateSeal node : List.of(one, other)) {
      assertThatExceptionOfType(InvalidStateException.class)
          .isThrownBy(() -> node.spend(sealed, node.open(sealed, BINDING, NOW), NOW));
    }
    one.spend(one.seal(STATE), STATE, NOW);
    seal(Databases.embedded(UUID.randomUUID().toString())).spend(sealed, STATE, NOW);
  }

  @Test
  void of_many_that_bring_a_state_at_once_one_is_let_in() {
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .filter(i -> (i % 2 == 0 ? here : there).spend("same", STATE, NOW))
                .count())
        .isEqualTo(1);
  }

  @Test
  void a_state_that_is_given_back_can_be_used_on_any_node_once_more() {
    assertThat(here.spend("same", STATE, NOW)).isTrue();
    here.giveBack("same");
    assertThat(there.spend("same", STATE, NOW)).isTrue();
    assertThat(here.spend("same", STATE, NOW)).isFalse();
  }

  @Test
  void what_was_used_is_known_until_it_expires_and_swept_then() {
    assertThat(here.spend("old", STATE, NOW)).isTrue();
    Instant last = STATE.expires().minusMillis(1);
    assertThat(here.spend("other", STATE, last)).isTrue();
    assertThat(there.spend("old", STATE, last)).isFalse();
    Instant later = last.plusSeconds(61);
    assertThat(there.spend("new", RequestState.first(BINDING, STATE.asked(), later), later))
        .isTrue();
    assertThat(rows()).containsExactly("new");
  }
}
