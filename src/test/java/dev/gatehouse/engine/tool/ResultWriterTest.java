package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gatehouse.content.TextContent;
import dev.gatehouse.engine.schema.ResultSchema;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultWriterTest {
  public record Todo(String title) {}

  public sealed interface Shape permits Circle {}

  public record Circle(double r) implements Shape {}

  public record File(byte[] content) {}

  public enum Colour {
    RED;

    @Override
    public String toString() {
      return "red";
    }
  }

  interface Tools {
    Shape shape();

    Object anything();

    Colour colour();

    double number();

    byte[] bytes();

    File file();

    Todo todo();

    List<Todo> todos();

    Optional<Todo> maybe();

    Optional<List<Todo>> perhaps();

    String text();

    Optional<String> maybeText();
  }

  private static ToolResult write(String tool, Object value) throws Exception {
    Type type = Tools.class.getDeclaredMethod(tool).getGenericReturnType();
    ResultSchema schema = ResultSchema.of(type);
    return new ResultWriter().write(value, schema, ResultForm.of(type, schema));
  }

  private static Optional<String> schema(String tool) throws Exception {
    Type type = Tools.class.getDeclaredMethod(tool).getGenericReturnType();
    return ResultSchema.of(type).schema().map(JsonValue::toString);
  }

  private static boolean conforms(ToolResult result, String tool) throws Exception {
    var schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema(tool).orElseThrow());
    String json = result.structured().orElseThrow().toString();
    return schema.validate(json, InputFormat.JSON).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "perhaps"})
  void an_empty_optional_is_the_null_that_its_schema_allows(String tool) throws Exception {
    for (Object nothing : new Object[] {Optional.empty(), null}) {
      ToolResult result = write(tool, nothing);
      assertThat(result.structured()).contains(JsonValue.NULL);
      assertThat(result.isError()).isFalse();
      assertThat(conforms(result, tool)).isTrue();
      assertThat(result.content()).containsExactly(new TextContent("null"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"todo", "todos"})
  void null_in_place_of_a_promised_value_is_a_tool_error(String tool) throws Exception {
    ToolResult result = write(tool, null);
    assertThat(result.isError()).isTrue();
    assertThat(result.structured()).isEmpty();
    assertThat(result.content()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "maybeText"})
  void a_tool_without_a_schema_may_say_nothing(String tool) throws Exception {
    assertThat(write(tool, null)).isEqualTo(ToolResult.empty());
  }

  @Test
  void a_result_without_a_schema_is_written_as_a_member_would_be() throws Exception {
    assertThat(write("anything", List.of(1))).isEqualTo(ToolResult.text("[1]"));
    assertThat(write("colour", Colour.RED)).isEqualTo(ToolResult.text("RED"));
    assertThat(write("number", 1.5)).isEqualTo(ToolResult.text("1.5"));
    assertThat(write("text", "a \"b\"")).isEqualTo(ToolResult.text("a \"b\""));
  }

  @Test
  void bytes_are_base64() throws Exception {
    byte[] bytes = {-1, 0, 1};
    assertThat(write("bytes", bytes)).isEqualTo(ToolResult.text("/wAB"));
    ToolResult file = write("file", new File(bytes));
    assertThat(file.structured()).map(JsonValue::toString).contains("{\"content\":\"/wAB\"}");
    assertThat(conforms(file, "file")).isTrue();
    assertThat(schema("file").orElseThrow()).contains("\"contentEncoding\":\"base64\"");
  }

  @Test
  void a_value_conforms_to_its_schema() throws Exception {
    assertThat(conforms(write("maybe", Optional.of(new Todo("a"))), "maybe")).isTrue();
    assertThat(conforms(write("todos", List.of(new Todo("a"))), "todos")).isTrue();
  }
}
