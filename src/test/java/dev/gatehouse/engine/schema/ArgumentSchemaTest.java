package dev.gatehouse.engine.schema;

import static dev.gatehouse.engine.schema.Arguments.object;
import static dev.gatehouse.engine.schema.Arguments.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.gatehouse.tool.Description;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArgumentSchemaTest {
  enum Colour {
    RED,
    GREEN
  }

  @Description("Where somebody lives")
  record Address(@Description("Street and number") String street, int zip, Optional<String> note) {}

  record Node(String value, List<Node> children) {}

  record Page<T>(List<T> items, int total) {}

  record Tree<T>(T value, List<Tree<T>> children) {}

  record Renamed(@JsonbProperty("first_name") String firstName) {}

  interface Tools {
    void nothing();

    void scalars(String a, int b, long c, double d, BigDecimal e, boolean f, char g, Colour h);

    void times(LocalDate a, LocalTime b, LocalDateTime c, ZonedDateTime d, Instant e, Duration f);

    void others(UUID a, URI b, Year c, Object d, JsonValue e, JsonObject f);

    void containers(
        List<String> a, Set<Integer> b, int[] c, Map<String, Boolean> d, Optional<String> e);

    void address(Address address);

    void described(@Description("To whom it goes") Address address);

    void node(Node node, List<Node> more);

    void trees(Tree<String> a, Tree<Integer> b);

    void page(Page<Colour> page);

    void renamed(Renamed renamed);

    void limit(int limit);

    void colour(Colour colour);

    void note(Optional<String> note);
  }

  static ArgumentSchema schema(String method) throws UnusableTypeException {
    return ArgumentSchema.of(Arguments.of(Tools.class, method));
  }

  @Test
  void a_tool_without_arguments_takes_an_empty_object() throws Exception {
    assertThat(schema("nothing").schema())
        .isEqualTo(object("{'type':'object','properties':{},'additionalProperties':false}"));
    assertThat(schema("nothing").read(JsonValue.EMPTY_JSON_OBJECT)).isEmpty();
  }

  @Test
  void scalars_are_strings_numbers_and_booleans() throws Exception {
    assertThat(schema("scalars").schema())
        .isEqualTo(
            object(
                """
                {'type':'object','properties':{
                  'a':{'type':'string'},'b':{'type':'integer'},'c':{'type':'integer'},
                  'd':{'type':'number'},'e':{'type':'number'},'f':{'type':'boolean'},
                  'g':{'type':'string','pattern':'^[\\\\u0000-\\\\uD7FF\\\\uE000-\\\\uFFFF]$'},
                  'h':{'type':'string','enum':['RED','GREEN']}},
                 'required':['a','b','c','d','e','f','g','h'],'additionalProperties':false}"""));
  }

  @Test
  void times_have_a_format_only_where_rfc_3339_knows_one() throws Exception {
    JsonObject properties = schema("times").schema().getJsonObject("properties");
    assertThat(properties.getJsonObject("a"))
        .isEqualTo(object("{'type':'string','format':'date'}"));
    assertThat(properties.getJsonObject("b")).containsKey("pattern").doesNotContainKey("format");
    assertThat(properties.getJsonObject("c")).containsKey("pattern").doesNotContainKey("format");
    assertThat(properties.getJsonObject("d").getString("format")).isEqualTo("date-time");
    assertThat(properties.getJsonObject("e").getString("format")).isEqualTo("date-time");
    assertThat(properties.getJsonObject("f").getString("pattern")).startsWith("^[-+]?[Pp]");
  }

  @Test
  void identifiers_have_a_format_and_any_json_has_none() throws Exception {
    assertThat(schema("others").schema().getJsonObject("properties"))
        .isEqualTo(
            object(
                """
                {'a':{'type':'string','format':'uuid'},'b':{'type':'string','format':'uri'},
                 'c':{'type':'integer'},'d':{},'e':{},'f':{'type':'object'}}"""));
  }

  @Test
  void containers_describe_their_elements_and_optionals_are_not_required() throws Exception {
    assertThat(schema("containers").schema())
        .isEqualTo(
            object(
                """
                {'type':'object','properties':{
                  'a':{'type':'array','items':{'type':'string'}},
                  'b':{'type':'array','items':{'type':'integer'},'uniqueItems':true,'maxItems':1000},
                  'c':{'type':'array','items':{'type':'integer'}},
                  'd':{'type':'object','additionalProperties':{'type':'boolean'}},
                  'e':{'type':'string'}},
                 'required':['a','b','c','d'],'additionalProperties':false}"""));
  }

  @Test
  void a_record_is_an_object_that_requires_its_primitives() throws Exception {
    assertThat(property(schema("address"), "address"))
        .isEqualTo(
            object(
                """
                {'type':'object','properties':{
                  'street':{'type':'string','description':'Street and number'},
                  'zip':{'type':'integer'},'note':{'type':'string'}},
                 'required':['zip'],'additionalProperties':false,
                 'description':'Where somebody lives'}"""));
  }

  @Test
  void the_nearest_description_wins() throws Exception {
    assertThat(property(schema("described"), "address").getString("description"))
        .isEqualTo("To whom it goes");
    Argument a = Arguments.of(Tools.class, "described").get(0);
    Argument said =
        new Argument(
            a.name(),
            "Said",
            true,
            Optional.empty(),
            Optional.empty(),
            a.type(),
            a.annotations(),
            a.owner());
    assertThat(property(ArgumentSchema.of(List.of(said)), "address").getString("description"))
        .isEqualTo("Said");
  }

  @Test
  void a_record_that_contains_itself_is_defined_once() throws Exception {
    JsonObject schema = schema("node").schema();
    JsonObject reference = object("{'$ref':'#/$defs/Node'}");
    assertThat(schema.getJsonObject("properties").getJsonObject("node")).isEqualTo(reference);
    assertThat(schema.getJsonObject("properties").getJsonObject("more").get("items"))
        .isEqualTo(reference);
    assertThat(schema.getJsonObject("$defs")).containsOnlyKeys("Node");
    assertThat(schema.toString()).contains("\"children\":{\"type\":\"array\",\"items\":{\"$ref\"");
  }

  @Test
  void generic_records_that_contain_themselves_are_told_apart() throws Exception {
    assertThat(schema("trees").schema().getJsonObject("$defs"))
        .containsOnlyKeys("TreeOfString", "TreeOfInteger");
  }

  @Test
  void a_generic_record_is_described_with_its_type_arguments() throws Exception {
    assertThat(property(schema("page"), "page").getJsonObject("properties").get("items"))
        .isEqualTo(object("{'type':'array','items':{'type':'string','enum':['RED','GREEN']}}"));
  }

  @Test
  void a_component_has_the_name_that_json_b_gives_it() throws Exception {
    ArgumentSchema schema = schema("renamed");
    assertThat(property(schema, "renamed").getJsonObject("properties"))
        .containsOnlyKeys("first_name");
    assertThat(schema.read(object("{'renamed':{'first_name':'Ann'}}")))
        .containsExactly(new Renamed("Ann"));
  }

  @Test
  void a_default_value_is_shown_and_makes_the_argument_optional() throws Exception {
    ArgumentSchema limit =
        ArgumentSchema.of(List.of(Arguments.withDefault(Tools.class, "limit", "10")));
    assertThat(limit.schema())
        .isEqualTo(
            object(
                "{'type':'object','properties':{'limit':{'type':'integer','default':10}},'additionalProperties':false}"));
    ArgumentSchema colour =
        ArgumentSchema.of(List.of(Arguments.withDefault(Tools.class, "colour", "RED")));
    assertThat(property(colour, "colour").getString("default")).isEqualTo("RED");
    ArgumentSchema note =
        ArgumentSchema.of(List.of(Arguments.withDefault(Tools.class, "note", "none")));
    assertThat(note.read(object("{}"))).containsExactly(Optional.of("none"));
  }

  @Test
  void headers_are_announced_in_the_schema_and_listed() throws Exception {
    List<Argument> plain = Arguments.of(Tools.class, "scalars");
    ArgumentSchema schema =
        ArgumentSchema.of(
            List.of(
                Arguments.withHeader(plain.get(0), "Region"),
                Arguments.withHeader(plain.get(2), "Shard"),
                Arguments.withHeader(plain.get(5), "Dry-Run"),
                plain.get(1)));
    assertThat(property(schema, "a").getString("x-mcp-header")).isEqualTo("Region");
    assertThat(schema.headerParameters())
        .containsExactly(
            new HeaderParameter("Region", "a", HeaderParameter.Kind.STRING),
            new HeaderParameter("Shard", "c", HeaderParameter.Kind.INTEGER),
            new HeaderParameter("Dry-Run", "f", HeaderParameter.Kind.BOOLEAN));
  }

  @Test
  void every_schema_is_valid_under_json_schema_2020_12() throws Exception {
    var metaSchema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (var method : Tools.class.getDeclaredMethods()) {
      String schema = schema(method.getName()).schema().toString();
      assertThat(metaSchema.validate(schema, InputFormat.JSON)).as(schema).isEmpty();
    }
  }

  @Test
  void a_schema_can_be_read_by_many_calls_at_once() throws Exception {
    ArgumentSchema schema = schema("node");
    JsonObject call = object("{'node':{'value':'a','children':[]},'more':[]}");
    assertThatCode(
            () ->
                List.of(1, 2, 3, 4, 5, 6, 7, 8).parallelStream()
                    .forEach(i -> assertThat(readQuietly(schema, call)).hasSize(2)))
        .doesNotThrowAnyException();
  }

  private static Object[] readQuietly(ArgumentSchema schema, JsonObject call) {
    try {
      return schema.read(call);
    } catch (InvalidArgumentsException e) {
      throw new IllegalStateException(e);
    }
  }
}
