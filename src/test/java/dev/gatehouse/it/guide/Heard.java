package dev.gatehouse.it.guide;

import dev.gatehouse.resource.ResourceUpdated;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was announced since somebody asked. */
@ApplicationScoped
public class Heard {
  private final Queue<String> uris = new ConcurrentLinkedQueue<>();

  void updated(@Observes(during = TransactionPhase.AFTER_SUCCESS) ResourceUpdated event) {
    uris.add(event.uri());
  }

  void booked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ledger.Booked event) {
    uris.add(event.what());
  }

  @NoScopeRequired
  @Tool(description = "What changed since the last call")
  String heard() {
    String all = String.join(" ", uris);
    uris.clear();
    return all;
  }
}
