package dev.gatehouse.it.todo;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.issuer;
import static dev.gatehouse.support.client.Gatehouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.standin.TokenMint;
import dev.gatehouse.support.tools.Wars;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Deployed
@Order(Wars.SHIPPED)
class TodoIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.shipped();
  }

  private static TokenMint mint(String subject) {
    return issuer().mint().subject(subject).organization("org_1").scopes("todo:read", "todo:write");
  }

  private static JsonObject call(String token, String tool, String arguments) throws Exception {
    return json(callTool(token, tool, arguments)).getJsonObject("result");
  }

  private static JsonObject structured(JsonObject result) {
    assertThat(result.getBoolean("isError")).isFalse();
    // Without a version header the peer is of the oldest version and reads only text.
    try (var reader = jakarta.json.Json.createReader(new java.io.StringReader(text(result)))) {
      return reader.readObject();
    }
  }

  private static JsonObject todo(JsonObject result) {
    return structured(result).getJsonObject("todo");
  }

  private static String text(JsonObject result) {
    return result.getJsonArray("content").getJsonObject(0).getString("text");
  }

  private static List<String> titles(String token, String arguments) throws Exception {
    return structured(call(token, "list_todos", arguments))
        .getJsonArray("todos")
        .getValuesAs(todo -> todo.asJsonObject().getString("title"));
  }

  @Test
  void a_todo_is_created_listed_changed_and_deleted() throws Exception {
    String token = mint("usr_1").sign();
    String id = todo(call(token, "create_todo", "{\"title\":\"Milk\"}")).getString("id");
    call(token, "create_todo", "{\"title\":\"Bread\",\"description\":\"rye\"}");
    assertThat(titles(token, "{}")).containsExactly("Milk", "Bread");

    String change = "{\"todo_id\":\"%s\",\"completed\":true}".formatted(id);
    JsonObject changed = todo(call(token, "update_todo", change));
    assertThat(changed.getBoolean("completed")).isTrue();
    assertThat(changed.getString("title")).isEqualTo("Milk");
    assertThat(titles(token, "{\"completed\":true}")).containsExactly("Milk");
    assertThat(titles(token, "{\"completed\":false}")).containsExactly("Bread");

    String one = "{\"todo_id\":\"%s\"}".formatted(id);
    assertThat(todo(call(token, "get_todo", one)).getString("title")).isEqualTo("Milk");
    assertThat(structured(call(token, "delete_todo", one)).getString("deleted")).isEqualTo(id);
    assertThat(call(token, "get_todo", one).getBoolean("isError")).isTrue();
    assertThat(titles(token, "{}")).containsExactly("Bread");
  }

  @Test
  void the_todo_of_another_caller_looks_like_none_at_all() throws Exception {
    String id =
        todo(call(mint("usr_2").sign(), "create_todo", "{\"title\":\"Mine\"}")).getString("id");
    List<String> strangers =
        List.of(
            mint("usr_3").sign(),
            mint("usr_2").organization("org_2").sign(),
            mint("usr_2").organization(null).sign());
    for (String stranger : strangers) {
      for (String tool : List.of("get_todo", "update_todo", "delete_todo")) {
        String theirs = text(call(stranger, tool, "{\"todo_id\":\"%s\"}".formatted(id)));
        String nobodys =
            text(call(stranger, tool, "{\"todo_id\":\"%s\"}".formatted("0" + id.substring(1))));
        assertThat(theirs.replace(id, "")).isEqualTo(nobodys.replace("0" + id.substring(1), ""));
      }
      assertThat(titles(stranger, "{}")).isEmpty();
    }
    assertThat(titles(mint("usr_2").sign(), "{}")).containsExactly("Mine");
  }

  @Test
  void a_caller_keeps_the_todos_when_the_issuer_takes_its_other_form() throws Exception {
    TokenMint caller = mint("usr_4");
    call(caller.sign(), "create_todo", "{\"title\":\"Old\"}");
    String other = issuer().environmentUrl() + "/resources/" + issuer().resourceId();
    assertThat(titles(caller.issuer(other).sign(), "{}")).containsExactly("Old");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create_todo | {}                       | title: is required",
        "create_todo | {\"title\":\"  \"}       | title: must not be blank",
        "create_todo | {\"title\":7}            | title: must be a string",
        "create_todo | {\"title\":\"x\",\"z\":1}| z:",
        "list_todos  | {\"completed\":\"yes\"}  | completed: must be",
      })
  void a_wrong_argument_is_named_with_the_reason(String tool, String arguments, String reason)
      throws Exception {
    JsonObject result = call(mint("usr_5").sign(), tool, arguments);
    assertThat(result.getBoolean("isError")).isTrue();
    assertThat(text(result)).contains(reason);
  }
}
