package dev.gatehouse.run.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.run.load.Ledger.Entry;
import dev.gatehouse.run.load.Ledger.Fate;
import dev.gatehouse.run.load.Ledger.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whether the judge of the load test sees what it is there to see. */
class LedgerTest {
  private final Ledger ledger = new Ledger();

  private String entry(Fate fate) {
    String key = ledger.open("ann");
    ledger.close(key, fate);
    return key;
  }

  private Row row(String key, String writer, int count) {
    return new Row(new Entry(ledger.content(key), writer), count);
  }

  private List<String> check(Map<String, Row> store) {
    return ledger.check(ledger.fates(), new TreeMap<>(store));
  }

  @Test
  void what_was_accepted_and_is_there_once_is_well() {
    String key = entry(Fate.ACCEPTED);
    assertThat(check(Map.of(key, row(key, "ann", 1)))).isEmpty();
  }

  @Test
  void what_was_accepted_and_is_not_there_is_lost() {
    String key = entry(Fate.ACCEPTED);
    assertThat(check(Map.of())).containsExactly("LOST: " + key + " was accepted and is not there");
  }

  @Test
  void what_is_there_twice_is_wrong_whether_it_was_answered_or_not() {
    String accepted = entry(Fate.ACCEPTED);
    String unknown = entry(Fate.UNKNOWN);
    assertThat(check(Map.of(accepted, row(accepted, "ann", 2), unknown, row(unknown, "ann", 2))))
        .containsExactly("written 2 times: " + accepted, "written 2 times: " + unknown);
  }

  @Test
  void what_was_never_answered_may_be_there_or_not() {
    String there = entry(Fate.UNKNOWN);
    entry(Fate.UNKNOWN);
    assertThat(check(Map.of(there, row(there, "ann", 1)))).isEmpty();
  }

  @Test
  void what_was_refused_must_not_be_there() {
    String key = entry(Fate.REFUSED);
    assertThat(check(Map.of(key, row(key, "ann", 1))))
        .containsExactly("refused, but there: " + key);
  }

  @Test
  void another_writer_or_another_content_is_wrong() {
    String mine = entry(Fate.ACCEPTED);
    String other = entry(Fate.ACCEPTED);
    Row changed = new Row(new Entry("changed", "ann"), 1);
    assertThat(check(Map.of(mine, row(mine, "bob", 1), other, changed)))
        .containsExactly("not as it was sent: " + mine, "not as it was sent: " + other);
  }

  @Test
  void what_nobody_sent_is_wrong() {
    assertThat(check(Map.of("e9999999", new Row(new Entry("x", "ann"), 1))))
        .containsExactly("not as it was sent: e9999999");
  }
}
