package com.acme.orders;

import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolFailure;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

/** What models may do with orders: an EJB, beside the one that it calls. */
@Stateless
public class OrderTools {
  @EJB Orders orders;

  @Tool(name = "find_order", description = "Find an order by its number", readOnly = true)
  @RequiresScope("order:read")
  public Order find(@ToolArg(description = "The order's number") int number) {
    return orders.find(number).orElseThrow(() -> new ToolFailure("No order " + number));
  }
}
