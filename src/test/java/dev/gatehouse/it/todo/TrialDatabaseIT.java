package dev.gatehouse.it.todo;

import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.send;
import static dev.gatehouse.support.client.Gatehouse.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.SwitchedOn;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The server's data source for H2, as server-config has it. */
class TrialDatabaseIT {

  @Test
  void todos_are_kept_in_a_file_of_the_machine() throws Exception {
    String id = call("create_todo", "{\"title\":\"Kept\"}").getJsonObject("todo").getString("id");
    assertThat(call("get_todo", "{\"todo_id\":\"" + id + "\"}").getJsonObject("todo"))
        .containsKey("createdAt");
    Path file = SwitchedOn.database(SwitchedOn.server().values());
    assertThat(file.resolveSibling("gatehouse.mv.db")).isRegularFile();
  }

  private static JsonObject call(String tool, String arguments) throws Exception {
    return json(send(
            toolCall(tool, arguments)
                .uri(URI.create(SwitchedOn.server().values().mcpUrl()))
                .header("Authorization", "Bearer " + Beside.token())))
        .getJsonObject("result")
        .getJsonObject("structuredContent");
  }
}
