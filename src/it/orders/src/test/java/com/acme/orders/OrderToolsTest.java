package com.acme.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.orders.mcp.OrderTools;
import dev.gatehouse.testing.Gatehouse;
import dev.gatehouse.testing.InBothEras;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderToolsTest {
  @RegisterExtension
  static final Gatehouse gatehouse = 
      Gatehouse.with(OrderTools.class, Orders.class, TestDatabase.class);

  @InBothEras
  void an_order_is_found() {
    Order order =
        gatehouse
            .as("ada", "order:read")
            .call("find_order", Map.of("number", 1))
            .structured(Order.class);
    assertEquals("Ada", order.customer());
  }

  @Test
  void an_order_that_is_not_there_is_a_no() {
    assertEquals(
        "No order 99",
        gatehouse.as("ada", "order:read").call("find_order", Map.of("number", 99)).failure());
  }

  @Test
  void what_the_mapping_file_offers_is_tested_in_the_same_way() {
    Map<String, Object> first = Map.of("number", 2);
    gatehouse.as("ada", "order:read").call("cancel_order", first).isRefusedFor("order:write");
    assertEquals(
        Order.Status.CANCELLED,
        gatehouse
            .as("ada", "order:write")
            .call("cancel_order", first)
            .structured(Order.class)
            .status());
  }

  @Test
  void placing_needs_its_scope_and_a_customer() {
    Map<String, Object> order = Map.of("customer", "", "article", "Clock");
    gatehouse.as("ada", "order:read").call("place_order", order).isRefusedFor("order:write");
    gatehouse.as("ada", "order:write").call("place_order", order).rejects("customer");
  }
}
