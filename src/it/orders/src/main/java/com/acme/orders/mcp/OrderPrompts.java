package com.acme.orders.mcp;

import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.security.RequiresScope;
import jakarta.enterprise.context.ApplicationScoped;

/** What people may ask for by name. */
@ApplicationScoped
public class OrderPrompts {
  @Prompt(name = "explain_order", description = "Explain an order to its customer")
  @RequiresScope("order:read")
  String explain(@PromptArg(description = "The order's number") String number) {
    return "Look at order " + number + " and explain to the customer, in two sentences, where it is.";
  }
}
