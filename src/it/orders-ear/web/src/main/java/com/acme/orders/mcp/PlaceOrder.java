package com.acme.orders.mcp;

import com.acme.orders.Order;
import com.acme.orders.Orders;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;

/** A tool in the WAR, which calls an EJB of the other module. */
@ApplicationScoped
public class PlaceOrder {
  @EJB Orders orders;

  @Tool(name = "place_order", description = "Place an order", destructive = false)
  @RequiresScope("order:write")
  Order place(
      @ToolArg(description = "Who orders") @NotBlank String customer,
      @ToolArg(description = "What is ordered") @NotBlank String article) {
    return orders.place(customer, article);
  }
}
