package dev.gatehouse.guide;

import dev.gatehouse.client.FormElicitation;
import dev.gatehouse.client.FormSchema;
import dev.gatehouse.client.Input;
import dev.gatehouse.security.PublicTool;
import dev.gatehouse.tool.Tool;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Does its work, in a transaction, before it asks. */
@Stateless
public class Ledger {
  /** What counts once the transaction is through. */
  public record Booked(String what) {}

  @Inject Event<Booked> booked;

  @PublicTool
  @Tool(description = "Books something, and asks then")
  public String book(Input input) {
    booked.fire(new Booked("ledger://1"));
    input.elicit("sure", new FormElicitation("Sure?", FormSchema.empty()));
    return "Booked";
  }
}
