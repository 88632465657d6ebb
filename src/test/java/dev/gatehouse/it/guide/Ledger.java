package dev.gatehouse.it.guide;

import dev.gatehouse.interaction.Input;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Does its work, in a transaction, before it asks. */
@ApplicationScoped
@Transactional
public class Ledger {
  /** What counts once the transaction is through. */
  public record Booked(String what) {}

  /** Nothing to fill in: the user accepts or not. */
  public record Consent() {}

  @Inject Event<Booked> booked;

  @NoScopeRequired
  @Tool(description = "Books something, and asks then")
  String book(Input input) {
    booked.fire(new Booked("ledger://1"));
    input.elicit("sure", "Sure?", Consent.class);
    return "Booked";
  }
}
