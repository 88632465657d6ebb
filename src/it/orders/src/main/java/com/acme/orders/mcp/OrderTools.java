package com.acme.orders.mcp;

import com.acme.orders.Order;
import com.acme.orders.Orders;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/** What models may do with orders. */
@ApplicationScoped
public class OrderTools {
  @Inject Orders orders;

  @Tool(name = "find_order", description = "Find an order by its number", readOnly = true)
  @RequiresScope("order:read")
  Order find(@ToolArg(description = "The order's number") @Positive int number) {
    return orders.find(number).orElseThrow(() -> new ToolFailure("No order " + number));
  }

  @Tool(name = "place_order", description = "Place an order", destructive = false)
  @RequiresScope("order:write")
  Order place(
      @ToolArg(description = "Who orders") @NotBlank String customer,
      @ToolArg(description = "What is ordered") @NotBlank String article) {
    return orders.place(customer, article);
  }
}
