package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Ledger.Entry;
import dev.gatehouse.run.load.Ledger.Fate;
import dev.gatehouse.run.load.Ledger.Row;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The store that the nodes share, as a client of the surviving node sees it. */
final class Store {
  private static final String KIND = "read back";

  private final Scene scene;

  Store(Scene scene) {
    this.scene = scene;
  }

  /** Holds it against what clients know; how many accepted writes there were to find. */
  long check() throws InterruptedException {
    Map<String, Fate> known = scene.ledger().fates();
    for (String wrong : scene.ledger().check(known, read())) {
      scene.tally().wrongWrite(KIND, wrong);
    }
    return known.values().stream().filter(Fate.ACCEPTED::equals).count();
  }

  private Map<String, Row> read() throws InterruptedException {
    Map<String, Row> rows = new TreeMap<>();
    String after = "";
    int added = 1;
    while (added > 0) {
      int before = rows.size();
      page(after).lines().map(line -> line.split(" ")).forEach(part -> put(rows, part));
      added = rows.size() - before;
      after = rows.isEmpty() ? "" : ((TreeMap<String, Row>) rows).lastKey();
    }
    return rows;
  }

  private static void put(Map<String, Row> rows, String[] parts) {
    rows.put(parts[0], new Row(new Entry(parts[1], parts[2]), Integer.parseInt(parts[3])));
  }

  // Some time later, if this is the moment in which nodes may refuse a new token.
  private String page(String after) throws InterruptedException {
    Message message = Message.call("notes", "{\"after\":\"" + after + "\"}");
    for (int i = 0; i < 60; i++) {
      Token token = scene.issuer().token("usr_load_auditor", UnaryOperator.identity());
      Optional<JsonObject> result =
          scene.result(KIND, scene.send(KIND, scene.survivor(), token, message, Scene.OK));
      if (result.isPresent()) {
        return Scene.text(result.get());
      }
      Thread.sleep(2000);
    }
    scene.tally().wrongWrite(KIND, "the store could not be read");
    return "";
  }
}
