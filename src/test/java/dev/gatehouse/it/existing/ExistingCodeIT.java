package dev.gatehouse.it.existing;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.server.Server;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Two mapping files: one in the WAR's classes, one in a jar with a bean. */
@Deployed
class ExistingCodeIT {
  private static final boolean HAS_EJBS = !Server.nameUnderTest().equals("wildfly");
  private static final String FILE = "META-INF/gatehouse-tools.json";

  private static final String EJB =
      """
      {"class": "dev.gatehouse.it.existing.ArchiveBean", "method": "archived",
       "description": "Find an archived order", "scopes": ["orders:read"]},
      """;

  private static final String RESOURCES =
      """
      {"tools": [
        %s
        {"class": "dev.gatehouse.it.existing.OrderResource", "method": "find",
         "name": "find_order", "description": "Find an order", "scopes": ["orders:read"]},
        {"class": "dev.gatehouse.it.existing.OrderResource", "method": "page",
         "name": "page_orders", "description": "Page", "noScopeRequired": true,
         "arguments": {"X-Tenant": {"fixed": "acme"}, "from": {"hidden": false}}},
        {"class": "dev.gatehouse.it.existing.OrderResource", "method": "create",
         "name": "create_order", "description": "Create", "scopes": ["orders:write"]},
        {"class": "dev.gatehouse.it.existing.OrderResource", "method": "gone",
         "name": "gone_order", "description": "Gone", "scopes": ["orders:read"]}
      ]}
      """;

  private static final String SERVICE =
      """
      {"tools": [
        {"class": "dev.gatehouse.it.existing.OrderService", "method": "list",
         "name": "list_orders", "description": "List orders", "scopes": ["orders:read"],
         "hints": {"readOnly": true},
         "arguments": {"tenant": {"fixed": "acme"}, "most": {"name": "limit", "default": 5}}}
      ]}
      """;

  @Deployment(testable = false)
  static WebArchive war() {
    WebArchive war =
        Gatehouse.war()
            .addClasses(OrderResource.class, OrdersApplication.class, OrderPage.class)
            .addAsResource(new StringAsset(RESOURCES.formatted(HAS_EJBS ? EJB : "")), FILE)
            .addAsLibrary(
                ShrinkWrap.create(JavaArchive.class, "orders.jar")
                    .addClasses(OrderService.class, Order.class)
                    .addAsResource(EmptyAsset.INSTANCE, "META-INF/beans.xml")
                    .addAsResource(new StringAsset(SERVICE), FILE));
    return HAS_EJBS ? war.addClasses(Archive.class, ArchiveBean.class) : war;
  }

  private static String token() {
    return issuer().mint().scopes("orders:read", "orders:write").sign();
  }

  private static String call(String tool, String arguments) throws Exception {
    HttpResponse<String> response = Gatehouse.callTool(token(), tool, arguments.replace('\'', '"'));
    JsonObject result = json(response).getJsonObject("result");
    assertThat(result).as(response.body()).isNotNull();
    return (result.getBoolean("isError") ? "No: " : "")
        + result.getJsonArray("content").getJsonObject(0).getString("text");
  }

  private static int get(String path) throws Exception {
    return Gatehouse.send(Gatehouse.request(path).GET()).statusCode();
  }

  @Test
  void a_bean_in_a_jar_is_called_with_what_its_file_fixes() throws Exception {
    assertThat(call("list_orders", "{}"))
        .isEqualTo("[{\"amount\":5,\"customer\":\"acme\",\"id\":\"7\"}]");
    assertThat(call("list_orders", "{'tenant':'evil'}")).startsWith("No: tenant");
  }

  @Test
  void an_ejb_is_called_by_its_local_interface() throws Exception {
    assumeThat(HAS_EJBS).isTrue();
    assertThat(call("archived", "{'id':'9'}"))
        .isEqualTo("{\"amount\":0,\"customer\":\"archive\",\"id\":\"9\"}");
  }

  @Test
  void a_resource_is_called_with_parts_of_a_request_that_is_none() throws Exception {
    assertThat(call("find_order", "{'id':'7'}"))
        .isEqualTo("{\"amount\":1,\"customer\":\"null\",\"id\":\"7\"}");
    assertThat(call("find_order", "{'id':'7','customer':'Ann'}")).contains("\"Ann\"");
    assertThat(call("page_orders", "{'size':5}")).isEqualTo("1+5 of acme");
  }

  @Test
  void what_a_resource_answers_is_the_result() throws Exception {
    assertThat(call("create_order", "{'order':{'id':'7','customer':'Ann','amount':1}}"))
        .isEqualTo("{\"amount\":1,\"customer\":\"Ann\",\"id\":\"7\"}");
    assertThat(call("create_order", "{'order':{'id':'7','customer':'Ann','amount':101}}"))
        .isEqualTo("No: Too much");
    assertThat(call("gone_order", "{}")).isEqualTo("No: 410 Gone");
    assertThat(call("find_order", "{'id':'0'}")).isEqualTo("No: 404 Not Found");
    HttpResponse<String> fault = Gatehouse.callTool(token(), "find_order", "{\"id\":\"500\"}");
    assertThat(fault.body()).contains("-32603").doesNotContain("internal matters");
  }

  @Test
  void scopes_are_checked_at_the_door_and_rest_clients_go_on() throws Exception {
    String reader = issuer().mint().scopes("orders:read").sign();
    HttpResponse<String> refused = Gatehouse.callTool(reader, "create_order", "{}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(challenge(refused)).contains("scope=\"orders:write\"");
    assertThat(Gatehouse.list(reader).body())
        .contains("list_orders")
        .doesNotContain("create_order");
    assertThat(
            Gatehouse.send(Gatehouse.request("/.well-known/oauth-protected-resource/mcp")).body())
        .contains("orders:read", "orders:write");
    assertThat(get("/api/orders/7")).isEqualTo(200);
    assertThat(get("/api/orders/count")).isEqualTo(200);
    String stranger = issuer().mint().scopes("todo:read").sign();
    assertThat(Gatehouse.callTool(stranger, "count_orders", "{}").statusCode()).isEqualTo(403);
    assertThat(call("count_orders", "{}")).isEqualTo("1");
  }
}
