package dev.gatehouse.it.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.OlderDeployments;
import dev.gatehouse.support.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The company projects of {@code src/it/orders} and {@code src/it/orders-ear}, as their own Maven
 * builds them, on each server: the EAR where the WAR was.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrdersIT {
  private static final int LAST = Integer.MAX_VALUE;

  private static OrdersServer orders;

  @BeforeAll
  static void deploy() throws Exception {
    orders = new OrdersServer();
    orders.startInFull();
  }

  @AfterAll
  static void stop() {
    orders.close();
  }

  @Test
  void a_tool_finds_what_the_company_s_rest_interface_has() throws Exception {
    assertThat(orders.get("/api/orders/1").body()).contains("\"customer\":\"Ada\"");
    assertThat(orders.call("find_order", "{\"number\":1}", "order:read").body())
        .contains("\"customer\":\"Ada\"");
    assertThat(orders.call("find_order", "{\"number\":99}", "order:read").body())
        .contains("No order 99");
  }

  @Test
  void what_a_tool_changes_is_changed_in_the_ejb() throws Exception {
    String arguments = "{\"customer\":\"Joan\",\"article\":\"Clock\"}";
    assertThat(orders.call("place_order", arguments, "order:write").body()).contains("Joan");
    assertThat(orders.get("/api/orders").body()).contains("Joan");
  }

  @Test
  void what_nobody_touched_is_offered_by_the_mapping_file() throws Exception {
    assertThat(orders.call("cancel_order", "{\"number\":2}", "order:write").body())
        .contains("CANCELLED");
    assertThat(orders.get("/api/orders/2").body()).contains("CANCELLED");
    assertThat(orders.call("list_orders", "{}", "order:read").body()).contains("Grace");
    assertThat(orders.call("cancel_order", "{\"number\":2}", "order:read").statusCode())
        .isEqualTo(403);
  }

  @Test
  void without_its_scope_a_tool_is_refused_by_name() throws Exception {
    HttpResponse<String> refused = orders.call("place_order", "{}", "order:read");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Gatehouse.challenge(refused)).contains("order:write");
  }

  @Test
  void clients_are_told_the_company_s_name_and_version() throws Exception {
    assertThat(orders.call("list_orders", "{}", "order:read").body())
        .contains("\"name\":\"orders\",\"version\":\"1.0\"");
  }

  @Test
  void the_company_s_page_is_its_own_and_ours_is_below_the_endpoint() throws Exception {
    assertThat(orders.get("/").body()).contains("Acme orders");
    assertThat(orders.get("/mcp/landing").statusCode()).isEqualTo(200);
    HttpResponse<String> lost =
        Gatehouse.send(orders.request("/api/mcp").POST(BodyPublishers.noBody()));
    assertThat(lost.statusCode()).isEqualTo(404);
  }

  @Test
  void the_description_of_the_company_s_rest_interface_has_nothing_of_ours() throws Exception {
    HttpResponse<String> description = orders.openApi();
    assumeFalse(Server.kind().equals("wildfly"), "Its configurations with EJBs have none");
    assertThat(description.statusCode()).isEqualTo(200);
    assertThat(description.body())
        .contains("/api/orders")
        .doesNotContainIgnoringCase("gatehouse")
        .doesNotContain("/mcp");
  }

  @Test
  @Order(LAST - 1)
  void deployed_again_ten_times_it_works_and_leaves_nothing_in_the_server() throws Exception {
    assumeTrue(orders.forgetsDeployments(), "Nor does this server forget the WAR that is shipped");
    OlderDeployments.occupyEveryWorker(orders.endpoint());
    for (int i = 0; i < 10; i++) {
      orders.undeploy();
      orders.redeploy();
      assertThat(orders.call("find_order", "{\"number\":1}", "order:read").body()).contains("Ada");
    }
    assertThat(OlderDeployments.alive(orders.process())).isPositive();
    orders.undeploy();
    OlderDeployments.assertGone(orders.process());
  }

  @Test
  void it_runs_in_the_smallest_configuration_with_ejbs_too() throws Exception {
    try (OrdersServer small = new OrdersServer()) {
      assumeTrue(small.startWithEjbs(), "This server has one configuration for all");
      assertThat(small.get("/api/orders/1").body()).contains("Ada");
      assertThat(small.call("find_order", "{\"number\":1}", "order:read").body()).contains("Ada");
    }
  }

  /** Tools in its EJB-jar and in its WAR. */
  @Test
  @Order(LAST)
  void of_the_same_company_s_ear_the_tools_of_both_modules_are_found_and_called() throws Exception {
    assumeTrue(orders.deployEar(), "This server takes no EAR");
    assertThat(orders.get("/api/orders/1").body()).contains("\"customer\":\"Ada\"");
    assertThat(orders.call("find_order", "{\"number\":1}", "order:read").body())
        .contains("\"customer\":\"Ada\"");
    String arguments = "{\"customer\":\"Barbara\",\"article\":\"Clock\"}";
    assertThat(orders.call("place_order", arguments, "order:write").body()).contains("Barbara");
    assertThat(orders.get("/api/orders").body()).contains("Barbara");
    assertThat(orders.call("find_order", "{\"number\":1}", "order:write").statusCode())
        .isEqualTo(403);
  }
}
