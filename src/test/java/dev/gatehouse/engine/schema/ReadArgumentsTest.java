package dev.gatehouse.engine.schema;

import static dev.gatehouse.engine.schema.Arguments.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadArgumentsTest {
  enum Colour {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "grass";
      }
    }
  }

  record Address(String street, int zip, Optional<String> note) {}

  record Person(String name, Address address, List<Address> others) {}

  record Node(String value, List<Node> children, Node next) {}

  record Ping(Pong pong) {}

  record Pong(Optional<Ping> ping) {}

  record Todo(String title) {}

  record Page<T>(List<T> items, T first) {}

  record Even(int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException("number must be even");
      }
    }
  }

  record Fragile(int number) {
    Fragile {
      if (number > 0) {
        throw new IllegalStateException("jdbc:secret");
      }
    }
  }

  record Refusing(int number) {
    static final AtomicInteger made = new AtomicInteger();

    Refusing {
      made.incrementAndGet();
      throw new IllegalArgumentException("no number is right");
    }
  }

  interface Tools {
    void texts(String a, CharSequence b, char c, Character d);

    void numbers(byte a, short b, int c, long d, float e, double f, BigInteger g, BigDecimal h);

    void boxes(Byte a, Short b, Integer c, Long d, Float e, Double f, Number g, Boolean h);

    void integer(int n);

    void longs(long n);

    void bigInteger(BigInteger n);

    void decimal(BigDecimal n);

    void real(double n);

    void single(float n);

    void truth(boolean b);

    void colour(Colour colour);

    void dates(LocalDate a, LocalTime b, LocalDateTime c, OffsetDateTime d, ZonedDateTime e);

    void moreDates(Instant a, Duration b, Period c, Year d, YearMonth e, MonthDay f, ZoneId g);

    void identifiers(UUID a, URI b);

    void optionals(Optional<String> a, OptionalInt b, OptionalLong c, OptionalDouble d);

    void lists(List<String> a, Collection<Integer> b, Set<Colour> c, String[] d, int[] e);

    void genericArray(List<String>[] a);

    void tags(Set<String> tags);

    void scores(Map<String, Integer> scores);

    void refusing(
        Optional<List<Refusing>> list,
        Optional<Refusing[]> array,
        Optional<Map<String, Refusing>> map,
        Optional<Refusing> one);

    void person(Person person);

    void node(Node node);

    void ping(Ping ping);

    void page(Page<Todo> page);

    void even(Even a, Even b);

    void fragile(Fragile fragile);

    void anything(Object a, JsonValue b, JsonObject c, JsonArray d);

    void title(String title);

    void count(Integer count);

    void due(LocalDate due);

    void limits(int[] limits);
  }

  static ArgumentSchema schema(String method) throws UnusableTypeException {
    return ArgumentSchema.of(Arguments.of(Tools.class, method));
  }

  static Object[] read(String method, String json) throws Exception {
    return schema(method).read(object(json));
  }

  static List<String> problems(String method, String json) throws Exception {
    ArgumentSchema schema = schema(method);
    return catchThrowableOfType(InvalidArgumentsException.class, () -> schema.read(object(json)))
        .problems();
  }

  @Test
  void texts_are_read_as_they_are() throws Exception {
    assertThat(read("texts", "{'a':'x','b':'','c':'y','d':'z'}"))
        .containsExactly("x", "", 'y', 'z');
    assertThat(problems("texts", "{'a':'x','b':'y','c':'yy','d':''}"))
        .containsExactly("c: must be one character", "d: must be one character");
  }

  @Test
  void every_number_type_is_read_exactly() throws Exception {
    assertThat(
            read(
                "numbers",
                "{'a':1,'b':2,'c':3,'d':9223372036854775807,'e':1.5,'f':2.5,'g':123456789012345678901,'h':1.10}"))
        .containsExactly(
            (byte) 1,
            (short) 2,
            3,
            Long.MAX_VALUE,
            1.5f,
            2.5,
            new BigInteger("123456789012345678901"),
            new BigDecimal("1.10"));
    assertThat(read("boxes", "{'a':1,'b':2,'c':3,'d':4,'e':1.5,'f':2.5,'g':7,'h':true}"))
        .containsExactly((byte) 1, (short) 2, 3, 4L, 1.5f, 2.5, new BigDecimal("7"), true);
  }

  @Test
  void arguments_come_by_name_whatever_their_order() throws Exception {
    assertThat(read("texts", "{'d':'z','c':'y','b':'b','a':'a'}"))
        .containsExactly("a", "b", 'y', 'z');
  }

  @Test
  void an_integer_beyond_int_is_refused_by_name() throws Exception {
    assertThat(problems("integer", "{'n':2147483648}"))
        .containsExactly("n: must be between -2147483648 and 2147483647");
    assertThat(problems("longs", "{'n':-9223372036854775809}"))
        .containsExactly("n: must be between -9223372036854775808 and 9223372036854775807");
  }

  @Test
  void a_whole_number_may_be_written_with_a_fraction_of_zero() throws Exception {
    assertThat(read("integer", "{'n':1.0}")).containsExactly(1);
    assertThat(read("integer", "{'n':1e2}")).containsExactly(100);
    assertThat(problems("integer", "{'n':1.5}")).containsExactly("n: must be an integer");
  }

  @Test
  void enormous_exponents_are_refused_at_once() throws Exception {
    assertThat(problems("integer", "{'n':1e1000000}")).hasSize(1);
    assertThat(problems("integer", "{'n':1e-1000000}")).hasSize(1);
    assertThat(problems("bigInteger", "{'n':1e1000000}"))
        .containsExactly("n: must be between -1E+1000 and 1E+1000");
    assertThat(problems("decimal", "{'n':1e-1000000}")).containsExactly("n: has too many digits");
  }

  @Test
  void a_number_beyond_double_or_float_is_refused() throws Exception {
    assertThat(problems("real", "{'n':1e400}"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("n: must be between");
    assertThat(problems("single", "{'n':1e40}")).hasSize(1);
    assertThat(read("real", "{'n':1.7976931348623157E308}")).containsExactly(Double.MAX_VALUE);
    assertThat(read("single", "{'n':3.4028235E38}")).containsExactly(Float.MAX_VALUE);
  }

  @Test
  void nothing_is_converted_from_another_json_type() throws Exception {
    assertThat(problems("integer", "{'n':'1'}"))
        .containsExactly("n: must be an integer, not a string. Send 1 without quotation marks");
    assertThat(problems("title", "{'title':5}"))
        .containsExactly("title: must be a string, not a number");
    assertThat(problems("truth", "{'b':'true'}"))
        .containsExactly("b: must be a boolean, not a string. Send true without quotation marks");
    assertThat(problems("real", "{'n':[]}")).containsExactly("n: must be a number, not an array");
    assertThat(problems("tags", "{'tags':{}}"))
        .containsExactly("tags: must be an array, not an object");
    assertThat(problems("scores", "{'scores':true}"))
        .containsExactly("scores: must be an object, not a boolean");
  }

  @Test
  void an_enum_is_read_by_the_name_of_its_constant() throws Exception {
    assertThat(read("colour", "{'colour':'GREEN'}")).containsExactly(Colour.GREEN);
    assertThat(problems("colour", "{'colour':'grass'}"))
        .containsExactly("colour: must be one of RED, GREEN");
  }

  @Test
  void dates_and_times_are_read_in_iso_form() throws Exception {
    assertThat(
            read(
                "dates",
                "{'a':'2026-11-21','b':'10:15','c':'2026-11-21T10:15:00','d':'2026-11-21T10:15:00+01:00','e':'2026-11-21T10:15:00Z'}"))
        .containsExactly(
            LocalDate.of(2026, 11, 21),
            LocalTime.of(10, 15),
            LocalDateTime.of(2026, 11, 21, 10, 15),
            OffsetDateTime.parse("2026-11-21T10:15:00+01:00"),
            ZonedDateTime.parse("2026-11-21T10:15:00Z"));
    assertThat(
            read(
                "moreDates",
                "{'a':'2026-11-21T10:15:00+01:00','b':'PT1H','c':'P1D','d':2026,'e':'2026-11','f':'--11-21','g':'Europe/Paris'}"))
        .containsExactly(
            Instant.parse("2026-11-21T09:15:00Z"),
            Duration.ofHours(1),
            Period.ofDays(1),
            Year.of(2026),
            YearMonth.of(2026, 11),
            MonthDay.of(11, 21),
            ZoneId.of("Europe/Paris"));
  }

  @Test
  void a_wrong_date_is_answered_with_an_example() throws Exception {
    assertThat(problems("due", "{'due':'tomorrow'}"))
        .containsExactly("due: must be a date such as 2026-11-21");
  }

  @Test
  void identifiers_are_read() throws Exception {
    UUID uuid = UUID.randomUUID();
    assertThat(read("identifiers", "{'a':'" + uuid + "','b':'https://acme.com/a'}"))
        .containsExactly(uuid, URI.create("https://acme.com/a"));
    assertThat(problems("identifiers", "{'a':'1-1-1-1-1','b':'a b'}"))
        .containsExactly(
            "a: must be a UUID", "b: must be a URI with a scheme, and with %-escapes beyond ASCII");
  }

  @Test
  void absent_and_null_optionals_are_empty() throws Exception {
    Object[] empty = {
      Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty()
    };
    assertThat(read("optionals", "{}")).containsExactly(empty);
    assertThat(read("optionals", "{'a':null,'b':null,'c':null,'d':null}")).containsExactly(empty);
    assertThat(read("optionals", "{'a':'x','b':1,'c':2,'d':2.5}"))
        .containsExactly(
            Optional.of("x"), OptionalInt.of(1), OptionalLong.of(2), OptionalDouble.of(2.5));
  }

  @Test
  void lists_sets_and_arrays_are_read() throws Exception {
    Object[] values = read("lists", "{'a':['x'],'b':[1,2],'c':['RED'],'d':['y'],'e':[3,4]}");
    assertThat(values)
        .containsExactly(
            List.of("x"), List.of(1, 2), Set.of(Colour.RED), new String[] {"y"}, new int[] {3, 4});
    assertThat(read("genericArray", "{'a':[['x'],[]]}")[0])
        .isEqualTo(new List<?>[] {List.of("x"), List.of()});
  }

  @Test
  void an_element_is_refused_by_its_index() throws Exception {
    assertThat(problems("lists", "{'a':['x',1],'b':[],'c':['BLUE'],'d':[null],'e':[1.5]}"))
        .containsExactly(
            "a[1]: must be a string, not a number",
            "c[0]: must be one of RED, GREEN",
            "d[0]: must be a string, not null",
            "e[0]: must be an integer");
  }

  @Test
  void a_duplicate_in_a_set_is_refused() throws Exception {
    assertThat(problems("tags", "{'tags':['a','b','a']}"))
        .containsExactly("tags[2]: is a duplicate");
  }

  @Test
  void a_map_keeps_its_keys_and_names_them_when_refusing() throws Exception {
    assertThat(read("scores", "{'scores':{'b':1,'a':2}}")).containsExactly(Map.of("a", 2, "b", 1));
    assertThat(problems("scores", "{'scores':{'b':'x'}}"))
        .containsExactly("scores.b: must be an integer, not a string");
  }

  @Test
  void records_are_read_through_their_canonical_constructor() throws Exception {
    Address address = new Address("Main", 1, Optional.empty());
    assertThat(
            read(
                "person",
                "{'person':{'name':'Ann','address':{'street':'Main','zip':1},'others':[{'street':'Main','zip':1}]}}"))
        .containsExactly(new Person("Ann", address, List.of(address)));
  }

  @Test
  void all_problems_of_nested_records_are_told_by_path() throws Exception {
    assertThat(
            problems(
                "person",
                "{'person':{'address':{'street':1,'planet':'x'},'others':[{'zip':'y'}]},'foo':1}"))
        .containsExactly(
            "person.address.street: must be a string, not a number",
            "person.address.zip: is required",
            "person.address.planet: is not a property of Address",
            "person.others[0].zip: must be an integer, not a string",
            "foo: is not an argument of this tool");
  }

  @Test
  void a_component_that_is_not_demanded_may_be_absent() throws Exception {
    assertThat(read("person", "{'person':{'name':null}}"))
        .containsExactly(new Person(null, null, null));
  }

  @Test
  void records_that_contain_themselves_are_read() throws Exception {
    assertThat(
            read("node", "{'node':{'value':'a','children':[{'value':'b'}],'next':{'value':'c'}}}"))
        .containsExactly(
            new Node("a", List.of(new Node("b", null, null)), new Node("c", null, null)));
    assertThat(read("ping", "{'ping':{'pong':{'ping':{}}}}"))
        .containsExactly(new Ping(new Pong(Optional.of(new Ping(null)))));
    assertThat(problems("node", "{'node':{'next':{'next':{'value':1}}}}"))
        .containsExactly("node.next.next.value: must be a string, not a number");
  }

  @Test
  void generic_records_are_read_with_their_type_arguments() throws Exception {
    assertThat(read("page", "{'page':{'items':[{'title':'a'}],'first':{'title':'b'}}}"))
        .containsExactly(new Page<>(List.of(new Todo("a")), new Todo("b")));
    assertThat(problems("page", "{'page':{'first':'b'}}"))
        .containsExactly("page.first: must be an object, not a string");
  }

  @Test
  void what_a_record_refuses_is_a_problem_of_the_argument() throws Exception {
    assertThat(problems("even", "{'a':{'number':3},'b':{'number':'x'}}"))
        .containsExactly(
            "a: is not a valid Even: number must be even",
            "b.number: must be an integer, not a string");
  }

  @Test
  void what_a_record_throws_otherwise_stays_inside() throws Exception {
    assertThat(problems("fragile", "{'fragile':{'number':1}}"))
        .containsExactly("fragile: is not a valid Fragile");
  }

  @Test
  void json_is_handed_on_as_it_came() throws Exception {
    JsonObject json = object("{'a':[1],'b':'x','c':{'y':null},'d':[null]}");
    assertThat(schema("anything").read(json))
        .containsExactly(json.get("a"), json.get("b"), json.get("c"), json.get("d"));
    assertThat(problems("anything", "{'a':1,'b':1,'c':[],'d':{}}"))
        .containsExactly(
            "c: must be an object, not an array", "d: must be an array, not an object");
  }

  @Test
  void null_for_a_required_argument_is_as_good_as_absent() throws Exception {
    assertThat(problems("title", "{}")).containsExactly("title: is required");
    assertThat(problems("title", "{'title':null}")).containsExactly("title: is required");
  }

  @Test
  void null_for_an_optional_argument_is_null() throws Exception {
    ArgumentSchema schema = ArgumentSchema.of(List.of(Arguments.optional(Tools.class, "count")));
    assertThat(schema.read(object("{'count':null}"))).containsExactly((Object) null);
    assertThat(schema.read(object("{}"))).containsExactly((Object) null);
  }

  @Test
  void a_default_value_stands_in_for_absent_and_null() throws Exception {
    ArgumentSchema schema =
        ArgumentSchema.of(List.of(Arguments.withDefault(Tools.class, "integer", "10")));
    assertThat(schema.read(object("{}"))).containsExactly(10);
    assertThat(schema.read(object("{'n':null}"))).containsExactly(10);
    assertThat(schema.read(object("{'n':3}"))).containsExactly(3);
  }

  @Test
  void a_default_array_is_new_for_each_call() throws Exception {
    ArgumentSchema schema =
        ArgumentSchema.of(List.of(Arguments.withDefault(Tools.class, "limits", "[1, 2]")));
    ((int[]) schema.read(object("{}"))[0])[0] = 99;
    assertThat(schema.read(object("{}"))).containsExactly(new int[] {1, 2});
  }

  @Test
  void at_most_fifty_problems_are_told() throws Exception {
    String tags = "[" + "1,".repeat(900) + "1]";
    assertThat(problems("tags", "{'tags':" + tags + "}")).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void reading_ends_when_no_more_problems_would_be_told() throws Exception {
    String wrong = "{'number':1}";
    for (String json :
        List.of(
            "{'list':[" + (wrong + ",").repeat(10_000) + wrong + "]}",
            "{'array':[" + (wrong + ",").repeat(10_000) + wrong + "]}",
            "{'map':" + members(10_000, wrong) + "}")) {
      Refusing.made.set(0);
      assertThat(problems("refusing", json)).hasSizeLessThanOrEqualTo(50);
      assertThat(Refusing.made).as(json.substring(0, 9)).hasValue(50);
    }
  }

  /** With names that differ only where they are cut, so that all problems read the same. */
  private static String members(int size, String value) {
    String name = "y".repeat(100);
    return IntStream.range(0, size)
        .mapToObj(i -> "'" + name + i + "':" + value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void a_record_is_not_made_of_what_was_not_read() throws Exception {
    Refusing.made.set(0);
    problems("refusing", "{'list':[" + "1,".repeat(60) + "1],'one':{'number':1}}");
    assertThat(Refusing.made).hasValue(0);
  }

  @Test
  void a_set_has_at_most_a_thousand_elements() throws Exception {
    String tags =
        IntStream.range(0, 1001).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
    assertThat(problems("tags", "{'tags':[" + tags + "]}"))
        .containsExactly("tags: must have at most 1000 elements");
    assertThat((Set<?>) read("tags", "{'tags':[" + tags.substring(4) + "]}")[0]).hasSize(1000);
  }

  @Test
  void names_from_outside_are_cut_and_cleaned() throws Exception {
    List<String> problems =
        problems(
            "title",
            "{'title':'x','"
                + "y".repeat(5000)
                + "':1,'a\\nb':1,'c\\u2028\\u202e\\u0085d':1,'\\ud800':1}");
    assertThat(problems)
        .containsExactly(
            "y".repeat(63) + "…: is not an argument of this tool",
            "a b: is not an argument of this tool",
            "c   d: is not an argument of this tool",
            " : is not an argument of this tool");
  }

  @Test
  void a_value_from_outside_is_never_repeated() throws Exception {
    assertThat(problems("due", "{'due':'<script>'}").toString()).doesNotContain("script");
    assertThat(problems("colour", "{'colour':'<script>'}").toString()).doesNotContain("script");
  }

  @Test
  void a_long_path_is_told_by_its_end() throws Exception {
    String json = "{'node':" + "{'next':".repeat(60) + "{'value':1}" + "}".repeat(60) + "}";
    assertThat(problems("node", json))
        .singleElement()
        .asString()
        .startsWith("…")
        .endsWith(".next.value: must be a string, not a number")
        .hasSizeLessThan(300);
  }
}
