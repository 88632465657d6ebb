package dev.gatehouse.engine.schema;

import static dev.gatehouse.engine.schema.Arguments.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenSchemaTest {
  private static final String ADDRESS =
      """
      {'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object',
       '$defs':{'address':{'$anchor':'addressDef','type':'object'}},
       'properties':{'address':{'$ref':'#/$defs/address'},'region':{'type':'string',
         'x-mcp-header':'Region'}},
       'allOf':[{'anyOf':[{'required':['address']},{'required':['region']}]}],
       'if':{'required':['region']},'then':{},'else':{},'additionalProperties':false}""";

  private static ArgumentSchema written(String text) throws UnusableTypeException {
    return ArgumentSchema.written(text.replace('\'', '"'));
  }

  @Test
  void it_is_handed_on_unchanged() throws Exception {
    JsonObject schema = written(ADDRESS).schema();
    assertThat(schema).isEqualTo(object(ADDRESS));
    assertThat(schema.keySet()).containsExactlyElementsOf(object(ADDRESS).keySet());
  }

  @Test
  void the_arguments_are_read_as_they_came() throws Exception {
    JsonObject arguments = object("{'anything':[1]}");
    assertThat(written(ADDRESS).read(arguments)).containsExactly(arguments);
  }

  @Test
  void its_headers_are_known() throws Exception {
    assertThat(written(ADDRESS).headerParameters())
        .containsExactly(new HeaderParameter("Region", "region", HeaderParameter.Kind.STRING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[]",
        "{}",
        "{'type':'array'}",
        "{'type':['object','null']}",
        "{'type':'object','properties':{'n':{'type':'number','x-mcp-header':'N'}}}",
        "{'type':'object','properties':{'n':{'type':'string','x-mcp-header':'no spaces'}}}",
        "{'type':'object','properties':{'n':{'type':'string','x-mcp-header':1}}}",
        "{'type':'object','properties':{'o':{'properties':{'n':{'type':'string','x-mcp-header':'N'}}}}}",
        "{'type':'object','$defs':{'n':{'type':'string','x-mcp-header':'N'}}}"
      })
  void what_no_client_could_use_is_refused(String text) {
    assertThatExceptionOfType(UnusableTypeException.class).isThrownBy(() -> written(text));
  }
}
