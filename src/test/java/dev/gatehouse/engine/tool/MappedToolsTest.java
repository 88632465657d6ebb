package dev.gatehouse.engine.tool;

import static dev.gatehouse.engine.tool.ToolContainer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedToolsTest {
  private static final String ORDERS = Orders.class.getName();

  /** Nothing here knows Gatehouse. */
  @ApplicationScoped
  public static class Orders {
    public String find(String id, boolean archived) {
      return id + (archived ? " of the archive" : "");
    }

    public String find(String id) {
      return "Only " + id;
    }

    public List<String> list(String tenant, int limit, List<String> states, Optional<String> by) {
      return List.of(tenant, "" + limit, "" + states, by.orElse("-"));
    }

    public String grow(String[] some) {
      some[0] += "x";
      return some[0];
    }

    String hidden() {
      return "";
    }

    @RequiresScope("orders:admin")
    public String guarded() {
      return "";
    }

    @Tool(description = "One already")
    @NoScopeRequired
    public String annotated() {
      return "";
    }

    @NoScopeRequired
    public int count() {
      return 7;
    }
  }

  public interface Api {
    String find(@NotBlank String id);
  }

  /** Has no type but the interface, as an EJB with a local interface. */
  @ApplicationScoped
  @Typed(Api.class)
  public static class Narrow implements Api {
    @Override
    public String find(String id) {
      return "narrow " + id;
    }

    public String other() {
      return "";
    }
  }

  /** No bean. */
  public static class Plain {
    public String find() {
      return "";
    }
  }

  @Stateless
  public static class Ejb {
    public String find() {
      return "";
    }
  }

  @TempDir Path folder;

  private static String entry(String method, String more) {
    return "{'class':'%s','method':'%s','description':'d'%s}".formatted(ORDERS, method, more);
  }

  private static String file(String... entries) {
    return "{'tools':[" + String.join(",", entries) + "]}";
  }

  private List<String> problems(String... entries) throws Exception {
    return ToolContainer.problems(folder, file(entries), Orders.class);
  }

  @Test
  void a_method_is_a_tool_with_all_that_its_entry_says() throws Exception {
    String entry =
        """
        {'class':'%s','method':'find','parameters':['java.lang.String','boolean'],
         'name':'find_order','title':'Find an order','description':'Finds one',
         'hints':{'readOnly':true,'openWorld':false},'scopes':['orders:read'],
         'arguments':{'id':{'name':'number','description':'Of the order','sensitive':true},
                      'archived':{'default':false}}}
        """
            .formatted(ORDERS);
    try (ToolContainer tools = ToolContainer.mapped(folder, file(entry), Orders.class)) {
      ToolDefinition tool = tools.tool("find_order");
      JsonObject told = tool.toJson(true);
      assertThat(told.getString("title")).isEqualTo("Find an order");
      assertThat(told.getString("description")).isEqualTo("Finds one");
      assertThat(told.get("annotations"))
          .hasToString(
              "{\"title\":\"Find an order\",\"readOnlyHint\":true,\"destructiveHint\":false,"
                  + "\"idempotentHint\":true,\"openWorldHint\":false}");
      assertThat(told.getJsonObject("inputSchema").getJsonObject("properties"))
          .hasToString(
              "{\"number\":{\"type\":\"string\",\"description\":\"Of the order\"},"
                  + "\"archived\":{\"type\":\"boolean\",\"default\":false}}");
      assertThat(tool.isReadOnly()).isTrue();
      assertThat(tool.withoutSensitive(ToolContainer.json("{'number':'1','archived':true}")))
          .isEqualTo(ToolContainer.json("{'archived':true}"));
      assertThat(text(tools.call("find_order", "{'number':'7','archived':true}")))
          .isEqualTo("7 of the archive");
      assertThat(text(tools.call("find_order", "{'number':'7'}"))).isEqualTo("7");
    }
  }

  @Test
  void what_is_fixed_or_hidden_is_no_callers_to_say() throws Exception {
    String entry =
        entry(
            "list",
            """
            ,'noScopeRequired':true,
            'arguments':{'tenant':{'fixed':'acme'},'states':{'fixed':['open']},'by':{'hidden':true}}
            """);
    try (ToolContainer tools = ToolContainer.mapped(folder, file(entry), Orders.class)) {
      JsonObject schema = tools.tool("list").arguments().schema();
      assertThat(schema.getJsonObject("properties").keySet()).containsExactly("limit");
      assertThat(tools.call("list", "{'limit':3}").structured().orElseThrow())
          .hasToString("[\"acme\",\"3\",\"[open]\",\"-\"]");
      for (String given : List.of("tenant':'evil'", "by':'me'")) {
        assertThat(tools.call("list", "{'limit':3,'" + given + "}"))
            .matches(result -> result.isError())
            .extracting(ToolContainer::text)
            .asString()
            .contains("is not an argument of this tool");
      }
    }
  }

  @Test
  void a_fixed_value_is_new_for_each_call() throws Exception {
    String entry = entry("grow", ",'noScopeRequired':true,'arguments':{'some':{'fixed':['a']}}");
    try (ToolContainer tools = ToolContainer.mapped(folder, file(entry), Orders.class)) {
      tools.call("grow", "{}");
      assertThat(text(tools.call("grow", "{}"))).isEqualTo("ax");
    }
  }

  @Test
  void one_method_may_be_two_tools() throws Exception {
    String all = entry("count", ",'name':'a','scopes':['x']");
    String other = entry("count", ",'name':'b','scopes':['y']");
    try (ToolContainer tools = ToolContainer.mapped(folder, file(all, other), Orders.class)) {
      assertThat(text(tools.call("a", "{}"))).isEqualTo("7");
      assertThat(text(tools.call("b", "{}"))).isEqualTo("7");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fnid||method: %s has no method fnid; the nearest is find",
        "find||method: %s.find is ambiguous, say parameters: (java.lang.String), (java.lang.String, boolean)",
        "find|,'parameters':['int']|parameters: %s.find has (java.lang.String), (java.lang.String, boolean)",
        "hidden||method: %s.hidden is not public",
        "annotated||method: is a tool by @Tool already",
        "guarded||name these too: orders:admin",
        "list|,'arguments':{'limti':{}}|arguments: the method has no limti; the nearest is limit",
        "list|,'arguments':{'limit':{'fixed':'many'}}|limit: its fixed value must be an integer",
        "list|,'arguments':{'tenant':{'fixed':5}}|tenant: its fixed value must be a string",
        "list|,'arguments':{'limit':{'default':'5'}}|limit: its default value must be an integer",
        "list|,'arguments':{'limit':{'hidden':true}}|limit: int cannot be absent: don't hide it, or fix its value",
        "list|,'arguments':{'limit':{'name':'tenant'}}|tenant: is the name of two arguments"
      })
  void what_cant_be_a_tool_is_refused_by_name(String method, String more, String problem)
      throws Exception {
    String entry = entry(method, ",'scopes':['x']" + (more == null ? "" : more));
    assertThat(problems(entry))
        .singleElement()
        .asString()
        .contains(problem.formatted(ORDERS))
        .contains("tools[0] of META-INF/gatehouse-tools.json in " + folder.getFileName());
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Nothing,is not there",
    "dev.gatehouse.engine.tool.MappedToolsTest$Oders,the nearest bean is "
        + "dev.gatehouse.engine.tool.MappedToolsTest$Orders",
    "dev.gatehouse.engine.tool.MappedToolsTest$Plain,is no CDI bean: give it a scope",
    "dev.gatehouse.engine.tool.MappedToolsTest$Ejb,'is an EJB, and this server makes none here'"
  })
  void a_class_that_is_no_bean_is_refused(String type, String problem) throws Exception {
    String entry = "{'class':'%s','method':'find','description':'d','scopes':['x']}";
    assertThat(problems(entry.formatted(type)))
        .singleElement()
        .asString()
        .startsWith("tools[0] of META-INF/gatehouse-tools.json in ")
        .contains(problem);
  }

  @Test
  void an_ejb_that_a_server_without_ejbs_would_run_as_something_else_is_refused() throws Exception {
    String entry = "{'class':'%s','method':'find','description':'d','scopes':['x']}";
    assertThat(
            ToolContainer.problems(folder, file(entry.formatted(Ejb.class.getName())), Ejb.class))
        .singleElement()
        .asString()
        .contains("the class is an EJB, and this server makes none here");
  }

  @Test
  void a_bean_without_its_class_as_a_type_is_called_by_its_interface() throws Exception {
    String entry = "{'class':'%s','method':'%s','description':'d','scopes':['x']}";
    String find = file(entry.formatted(Narrow.class.getName(), "find"));
    try (ToolContainer tools = ToolContainer.mapped(folder, find, Narrow.class)) {
      assertThat(text(tools.call("find", "{'id':'7'}"))).isEqualTo("narrow 7");
      assertThat(text(tools.call("find", "{'id':' '}"))).startsWith("id: ");
    }
    String other = file(entry.formatted(Narrow.class.getName(), "other"));
    assertThat(ToolContainer.problems(folder, other, Narrow.class))
        .singleElement()
        .asString()
        .contains("the method is in no local interface of the bean");
  }

  @Test
  void two_entries_of_one_name_are_refused() throws Exception {
    String entry = entry("count", ",'scopes':['x']");
    assertThat(problems(entry, entry))
        .singleElement()
        .asString()
        .contains("count is declared twice");
  }

  @Test
  void a_file_that_is_wrong_is_named_with_all_else() throws Exception {
    assertThat(ToolContainer.problems(folder, "{'tools':[{}],'tols':1}", Orders.class))
        .anyMatch(line -> line.endsWith(": tols is unknown; the nearest key is tools"))
        .anyMatch(
            line -> line.startsWith("tools[0] of META-INF") && line.endsWith(": class is missing"));
  }
}
