package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.gatehouse.support.tools.ShapeTools;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCheckTest {
  private static Gatehouse gatehouse;

  @BeforeAll
  static void start() {
    gatehouse = Gatehouse.with(ShapeTools.class).start();
  }

  @AfterAll
  static void stop() {
    gatehouse.close();
  }

  private static Stream<String> tools() {
    return ShapeTools.SENT.keySet().stream();
  }

  private static Stream<JsonValue> values() {
    return Stream.concat(
        ShapeTools.SENT.values().stream()
            .filter(text -> text.startsWith("{") || text.startsWith("["))
            .map(JsonText::parse),
        Stream.of("1", "1.5", "\"RED\"", "null", "true", "{}", "[]", "{\"radius\":\"x\"}")
            .map(JsonText::parse));
  }

  private static boolean fits(JsonObject schema, JsonValue value) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema.toString())
        .validate(value.toString(), InputFormat.JSON)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void it_agrees_with_a_validator_that_we_did_not_write(String tool) {
    JsonObject listed = gatehouse.as("ann").tool(tool);
    if (!listed.containsKey("outputSchema")) {
      return;
    }
    JsonObject schema = listed.getJsonObject("outputSchema");
    assertThat(SchemaCheck.problems(schema, gatehouse.as("ann").call(tool).structured())).isEmpty();
    assertThat(values())
        .allSatisfy(
            value ->
                assertThat(SchemaCheck.problems(schema, value).isEmpty())
                    .as("%s with %s", value, schema)
                    .isEqualTo(fits(schema, value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'integer'} | 1.0 |",
        "{'type':'integer'} | 1.5 | result is no",
        "{'type':['string','null']} | null |",
        "{'required':['a']} | {} | result.a is missing",
        "{'properties':{'a':{'const':1}}} | {'a':2} | result.a is not 1",
        "{'properties':{'a':true},'additionalProperties':false} | {'b':1} | result.b is not allowed",
        "{'items':{'enum':['x']}} | ['x','y'] | result[1] is none of",
        "{'maxItems':1} | [1,2] | too many",
        "{'minItems':1} | [] | too few",
        "{'uniqueItems':true} | [1,1] | twice",
        "{'minimum':2} | 1 | below 2",
        "{'maximum':2} | 3 | above 2",
        "{'oneOf':[{'type':'integer'},{'minimum':1}]} | 2 | exactly one",
        "{'anyOf':[{'type':'string'},{'type':'null'}]} | 2 | no alternative",
        "{'allOf':[{'type':'string'}]} | 2 | result is no",
        "{'$defs':{'A':{'type':'string'}},'items':{'$ref':'#/$defs/A'}} | [2] | result[0] is no"
      })
  void what_does_not_fit_is_named(String schema, String value, String problem) {
    var problems = SchemaCheck.problems(json(schema).asJsonObject(), json(value));
    if (problem == null) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).singleElement().asString().contains(problem);
    }
    assertThat(problems.isEmpty()).isEqualTo(fits(json(schema).asJsonObject(), json(value)));
  }

  private static JsonValue json(String text) {
    return JsonText.parse(text.replace('\'', '"'));
  }

  @Test
  void a_result_that_does_not_fit_fails_the_test_with_all_that_it_is_about() {
    JsonObject schema = JsonText.of(Map.of("type", "string")).asJsonObject();
    assertThatThrownBy(() -> SchemaCheck.check("Tool x", schema, JsonValue.TRUE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("Tool x", "result is no \"string\"", "true");
    JsonObject answer = json("{'result':{'structuredContent':[1]}}").asJsonObject();
    Outcome outcome =
        new Outcome(
            "Tool x", Reply.of(answer), new Received(), Script.NONE.read(), Optional.of(schema));
    assertThatThrownBy(outcome::structured).isInstanceOf(AssertionError.class);
  }
}
