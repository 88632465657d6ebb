package dev.gatehouse.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The same company with an EAR: tools in its EJB-jar and in its WAR, on servers that take EARs. */
class OrdersEarIT {
  @Test
  void tools_of_both_modules_are_found_and_called() throws Exception {
    try (OrdersServer orders = new OrdersServer()) {
      assumeTrue(orders.deployEar(), "This server takes no EAR");
      assertThat(orders.get("/api/orders/1").body()).contains("\"customer\":\"Ada\"");
      assertThat(orders.call("find_order", "{\"number\":1}", "order:read").body())
          .contains("\"customer\":\"Ada\"");
      String arguments = "{\"customer\":\"Joan\",\"article\":\"Clock\"}";
      assertThat(orders.call("place_order", arguments, "order:write").body()).contains("Joan");
      assertThat(orders.get("/api/orders").body()).contains("Joan");
      assertThat(orders.call("find_order", "{\"number\":1}", "order:write").statusCode())
          .isEqualTo(403);
    }
  }
}
