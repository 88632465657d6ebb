package dev.gatehouse.engine.schema;

import static dev.gatehouse.engine.schema.Arguments.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.gatehouse.tool.Description;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.config.BinaryDataStrategy;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ResultSchemaTest {
  private static final Jsonb JSONB =
      JsonbBuilder.create(new JsonbConfig().withBinaryDataStrategy(BinaryDataStrategy.BASE_64));

  private static final ResultTypes TYPES = new ResultTypes(JSONB);

  public enum Colour {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "grass";
      }
    }
  }

  public record Todo(
      @Description("What to do") String title,
      int effort,
      Integer priority,
      boolean done,
      Optional<String> note,
      OptionalInt days,
      Colour colour) {
    public String getExtra() {
      return "more";
    }
  }

  public record Page<T>(List<T> items, Map<String, T> byName, T[] array, long total) {}

  public record Node(String name, List<Node> children) {}

  public record Times(
      LocalDate a,
      LocalTime b,
      LocalDateTime c,
      ZonedDateTime d,
      OffsetDateTime e,
      Instant f,
      Duration g,
      YearMonth h,
      Date i,
      ZoneId j) {}

  public record Others(
      char a, BigDecimal b, UUID c, URI d, byte[] e, Set<Long> f, JsonValue g, Object h, float i) {}

  public record Custom(
      @JsonbProperty("first_name") String firstName,
      @JsonbTransient String secret,
      @JsonbNillable String nickname,
      @JsonbDateFormat("dd.MM.yyyy") LocalDate born) {}

  public record Maps(
      Map<Colour, Integer> a,
      EnumMap<Colour, String> b,
      Map<String, Optional<String>> c,
      List<Optional<Integer>> d,
      Map<Integer, Colour> e) {}

  public interface Shape {
    String getKind();
  }

  public record Circle(double radius) implements Shape {
    @Override
    public String getKind() {
      return "circle";
    }
  }

  public record Drawing(Shape shape, List<? extends Shape> more, List<?> rest) {}

  public static class Base {
    public String open = "open";
    public transient String skipped = "skipped";
    private final int id;

    @JsonbProperty("nick")
    private String name;

    public Base(int id, String name) {
      this.id = id;
      this.name = name;
    }

    public int getId() {
      return id;
    }

    public String getName() {
      return name;
    }

    public boolean isActive() {
      return true;
    }

    @JsonbTransient
    public String getPassword() {
      return "secret";
    }

    public static String getShared() {
      return "shared";
    }

    public String getURL() {
      return "https://acme.com";
    }

    public Base getParent() {
      return null;
    }
  }

  public static class Derived extends Base {
    public Derived() {
      super(1, null);
    }

    public List<Todo> getTodos() {
      return List.of();
    }
  }

  @SuppressWarnings("rawtypes")
  interface Tools {
    void nothing();

    String text();

    int number();

    Colour colour();

    Optional<String> maybeText();

    Object anything();

    JsonObject json();

    Todo todo();

    Optional<Todo> maybeTodo();

    List<Todo> todos();

    Collection<Colour> colours();

    Todo[] array();

    Map<String, Todo> map();

    Page<Todo> page();

    Node node();

    Optional<Node> maybeNode();

    Times times();

    Others others();

    Custom custom();

    Maps maps();

    Drawing drawing();

    Base base();

    Derived derived();

    List raw();

    Map<Node, String> keys();

    CompletionStage<Todo> later();

    Page<InputStream> nested();

    Thread thread();
  }

  static ResultSchema result(String method) throws UnusableTypeException {
    return ResultSchema.of(Arguments.method(Tools.class, method).getGenericReturnType());
  }

  static JsonObject schema(String method) throws UnusableTypeException {
    return result(method).schema().orElseThrow();
  }

  /** What is written fits the schema, formats included. */
  static void assertFits(String method, Object value) throws Exception {
    String written = result(method).write(value, TYPES).orElse(JsonValue.NULL).toString();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(schema(method).toString());
    assertThat(
            schema.validate(
                written,
                InputFormat.JSON,
                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
        .as("%s against %s", written, schema(method))
        .isEmpty();
  }

  static final Todo FULL =
      new Todo("a", 1, 2, true, Optional.of("n"), OptionalInt.of(3), Colour.GREEN);
  static final Todo BARE =
      new Todo(null, 1, null, false, Optional.empty(), OptionalInt.empty(), null);

  @Test
  void text_and_single_values_have_no_schema() throws Exception {
    for (String method : List.of("nothing", "text", "number", "colour", "maybeText", "anything")) {
      assertThat(result(method).schema()).as(method).isEmpty();
      assertThat(result(method).isObject()).isFalse();
    }
  }

  @Test
  void a_record_requires_only_its_primitives() throws Exception {
    assertThat(schema("todo"))
        .isEqualTo(
            object(
                """
                {'type':'object','properties':{
                  'colour':{'type':'string','enum':['RED','GREEN']},
                  'days':{'type':'integer'},'done':{'type':'boolean'},'effort':{'type':'integer'},
                  'note':{'type':'string'},'priority':{'type':'integer'},
                  'title':{'type':'string','description':'What to do'}},
                 'required':['done','effort']}"""));
    assertThat(result("todo").isObject()).isTrue();
    assertFits("todo", FULL);
    assertFits("todo", BARE);
  }

  @Test
  void an_optional_result_may_be_null() throws Exception {
    assertThat(schema("maybeTodo").getJsonArray("anyOf")).hasSize(2);
    assertThat(result("maybeTodo").isObject()).isFalse();
    assertFits("maybeTodo", Optional.of(FULL));
    assertFits("maybeTodo", Optional.empty());
  }

  @Test
  void lists_and_arrays_are_arrays() throws Exception {
    assertThat(schema("todos").getString("type")).isEqualTo("array");
    assertThat(result("todos").isObject()).isFalse();
    assertFits("todos", List.of(FULL, BARE));
    assertFits("array", new Todo[] {FULL});
    assertFits("colours", List.of(Colour.RED, Colour.GREEN));
    assertThat(schema("raw")).isEqualTo(object("{'type':'array','items':{}}"));
  }

  @Test
  void a_map_is_an_object() throws Exception {
    assertThat(result("map").isObject()).isTrue();
    assertFits("map", Map.of("a", FULL, "b", BARE));
    assertThat(schema("json")).isEqualTo(object("{'type':'object'}"));
  }

  @Test
  void maps_with_other_keys_and_empty_optionals_inside_fit() throws Exception {
    Map<String, Optional<String>> optionals = new HashMap<>();
    optionals.put("a", Optional.empty());
    optionals.put("b", Optional.of("x"));
    assertFits(
        "maps",
        new Maps(
            Map.of(Colour.RED, 1),
            new EnumMap<>(Map.of(Colour.GREEN, "x")),
            optionals,
            Arrays.asList(Optional.of(1), Optional.empty()),
            Map.of(1, Colour.RED)));
    assertThat(schema("maps").getJsonObject("properties").getJsonObject("a"))
        .isEqualTo(object("{'type':'object','additionalProperties':{'type':'integer'}}"));
  }

  @Test
  void a_generic_record_is_described_with_its_type_arguments() throws Exception {
    assertFits(
        "page", new Page<>(List.of(FULL), Map.of("x", BARE), new Todo[] {FULL}, Long.MAX_VALUE));
    assertThat(schema("page").toString())
        .contains("\"array\":{\"type\":\"array\",\"items\":{\"type\":\"object\"");
  }

  @Test
  void a_record_that_contains_itself_is_still_an_object_at_the_root() throws Exception {
    assertThat(result("node").isObject()).isTrue();
    assertThat(schema("node").getJsonObject("$defs")).containsOnlyKeys("Node");
    Node node = new Node("a", List.of(new Node("b", List.of()), new Node(null, null)));
    assertFits("node", node);
    assertFits("maybeNode", Optional.of(node));
    assertFits("maybeNode", Optional.empty());
  }

  @Test
  void times_have_a_format_only_where_json_b_keeps_to_it() throws Exception {
    assertFits(
        "times",
        new Times(
            LocalDate.of(2026, 11, 21),
            LocalTime.of(10, 15),
            LocalDateTime.of(2026, 11, 21, 10, 15),
            ZonedDateTime.of(2026, 11, 21, 10, 15, 0, 0, ZoneId.of("Europe/Paris")),
            OffsetDateTime.parse("2026-11-21T10:15:00+01:00"),
            Instant.EPOCH,
            Duration.ofMillis(-1500),
            YearMonth.of(2026, 11),
            new Date(0),
            ZoneId.of("Europe/Paris")));
    JsonObject properties = schema("times").getJsonObject("properties");
    assertThat(properties.getJsonObject("a").getString("format")).isEqualTo("date");
    assertThat(properties.getJsonObject("f").getString("format")).isEqualTo("date-time");
    assertThat(properties.getJsonObject("d")).doesNotContainKey("format");
  }

  @Test
  void other_values_fit() throws Exception {
    assertFits(
        "others",
        new Others(
            'c',
            new BigDecimal("1.10"),
            UUID.randomUUID(),
            URI.create("/relative"),
            new byte[] {1, -1},
            Set.of(Long.MIN_VALUE),
            JsonValue.TRUE,
            List.of("x"),
            1.5f));
  }

  @Test
  void what_json_b_annotations_change_is_followed() throws Exception {
    Custom bare = new Custom(null, "s", null, null);
    Custom full = new Custom("Ann", "s", "A", LocalDate.of(2000, 1, 2));
    assertThat(schema("custom").getJsonObject("properties"))
        .containsOnlyKeys("born", "first_name", "nickname");
    assertFits("custom", bare);
    assertFits("custom", full);
  }

  @Test
  void nothing_is_promised_about_interfaces() throws Exception {
    assertThat(schema("drawing").getJsonObject("properties"))
        .isEqualTo(
            object(
                """
                {'shape':{},'more':{'type':'array','items':{}},'rest':{'type':'array','items':{}}}"""));
    assertFits("drawing", new Drawing(new Circle(1), List.of(new Circle(2)), List.of(1, "x")));
  }

  @Test
  void a_class_is_described_by_its_public_getters_and_fields() throws Exception {
    JsonObject schema = schema("base");
    assertThat(schema.getJsonObject("properties"))
        .containsOnlyKeys("URL", "active", "id", "nick", "open", "parent");
    assertThat(schema.getJsonArray("required")).hasToString("[\"active\",\"id\"]");
    assertFits("base", new Base(1, "Ann"));
    assertFits("base", new Derived());
    assertFits("derived", new Derived());
    assertThat(schema("derived").getJsonObject("properties")).containsKeys("todos", "nick");
  }

  @Test
  void it_is_written_as_json_b_would() throws Exception {
    assertAsJsonb("base", new Base(1, "Ann"));
    assertAsJsonb("derived", new Derived());
    assertAsJsonb("custom", new Custom("a", "b", "c", LocalDate.EPOCH));
    assertAsJsonb("node", new Node("a", List.of(new Node("b", List.of()))));
    assertAsJsonb("maps", new Maps(Map.of(Colour.RED, 1), null, Map.of(), null, null));
    assertAsJsonb("drawing", new Drawing(null, List.of(), List.of(1, "x", 1.5f)));
    assertAsJsonb(
        "others",
        new Others(
            'c',
            new BigDecimal("1.10"),
            new UUID(1, 2),
            URI.create("/relative"),
            new byte[] {1, -1},
            Set.of(Long.MIN_VALUE),
            JsonValue.TRUE,
            List.of("x"),
            1.5f));
  }

  /** But for what only JSON-B has: the helpers of a record. */
  private static void assertAsJsonb(String method, Object value) throws Exception {
    JsonObject written = result(method).write(value, TYPES).orElseThrow().asJsonObject();
    assertThat(written).isEqualTo(object(JSONB.toJson(value)));
  }

  @Test
  void what_cannot_be_written_is_refused_by_path() {
    assertThat(problems("thread"))
        .containsExactly("result: java.lang.Thread cannot be a result: return a record");
    assertThat(problems("later")).hasSize(1);
    assertThat(problems("keys")).singleElement().asString().contains("keys that are no text");
    assertThat(problems("nested"))
        .hasSize(3)
        .allMatch(problem -> problem.contains("java.io.InputStream cannot be a result"))
        .anyMatch(problem -> problem.startsWith("result.items[]: "));
  }

  static List<String> problems(String method) {
    return catchThrowableOfType(UnusableTypeException.class, () -> result(method)).problems();
  }
}
