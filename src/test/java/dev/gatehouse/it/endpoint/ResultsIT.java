package dev.gatehouse.it.endpoint;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.ShapeTools;
import dev.gatehouse.support.tools.Wars;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Arguments and results of all shapes, on a server with its own CDI, JSON-B and validation. */
@Deployed
@Order(Wars.TOOLS)
class ResultsIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.tools();
  }

  private static String call(String tool, String arguments) throws Exception {
    JsonObject result = json(callTool(token(), tool, arguments)).getJsonObject("result");
    String text = result.getJsonArray("content").getJsonObject(0).getString("text");
    return result.getBoolean("isError") ? "error: " + text : text;
  }

  @Test
  void what_is_sent_is_what_the_schema_says() throws Exception {
    for (String tool : ShapeTools.SENT.keySet()) {
      assertThat(call(tool, "{}")).as(tool).isEqualTo(ShapeTools.SENT.get(tool));
    }
  }

  @Test
  void what_cannot_be_sent_is_an_error_that_names_the_member() throws Exception {
    for (String tool : ShapeTools.REFUSED.keySet()) {
      assertThat(call(tool, "{}"))
          .as(tool)
          .startsWith("error: ")
          .contains(ShapeTools.REFUSED.get(tool));
    }
  }

  @Test
  void a_tool_of_a_generic_superclass_takes_and_gives_what_the_bean_says() throws Exception {
    assertThat(call("echo", "{\"value\":{\"name\":\"a\",\"count\":1}}"))
        .isEqualTo("{\"count\":1,\"name\":\"a\"}");
  }

  @Test
  void a_javabean_is_filled_and_checked() throws Exception {
    assertThat(call("takeOrder", "{\"order\":{\"customer\":\"Ada\",\"priority\":4}}"))
        .isEqualTo("{\"customer\":\"Ada\",\"label\":\"Ada 4 kept\",\"lines\":[],\"priority\":4}");
    assertThat(call("takeOrder", "{\"order\":{\"customer\":\"Ada\",\"priority\":10}}"))
        .startsWith("error: order.priority: ");
    assertThat(
            call(
                "takeOrder", "{\"order\":{\"customer\":\"a\",\"lines\":[{\"article\":\"abcd\"}]}}"))
        .startsWith("error: order.");
  }

  @Test
  void a_stage_is_waited_for_and_fails_as_a_method_does() throws Exception {
    String later = callTool(token(), "later", "{\"article\":\"x\"}").body();
    assertThat(later).contains("{\"article\":\"x\"}").contains("\"isError\":false");
    assertThat(callTool(token(), "no", "{\"business\":true}").body())
        .contains("No, not now")
        .contains("\"isError\":true");
    assertThat(callTool(token(), "no", "{\"business\":false}").body())
        .contains("-32603")
        .doesNotContain("hidden");
  }
}
