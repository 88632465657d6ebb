package dev.gatehouse.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.interaction.Prefilled;
import dev.gatehouse.interaction.Title;
import dev.gatehouse.tool.Description;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {
  enum Plain {
    b,
    a
  }

  enum Titled {
    @Title("One")
    v1,
    @Title("Two")
    v2,
    v3
  }

  record All(
      @Title("Name") @Description("Yours") @Size(min = 2, max = 5) @Prefilled("Ann") String name,
      @Prefilled("30") Optional<@Min(0) @Max(150) Integer> age,
      @Prefilled("95.5") Optional<@DecimalMin("0.5") @DecimalMax("99.5") BigDecimal> score,
      @Prefilled("true") Optional<Boolean> ok,
      @Prefilled("a") Optional<Plain> plain,
      Optional<Titled> titled,
      @Size(min = 1, max = 2) @Prefilled("[\"b\"]") List<Plain> some,
      Optional<Set<Titled>> someTitled,
      OptionalInt count) {}

  private static final String REST = ",'name':'Ann','some':['a']";

  private static FormSchema form(Class<? extends Record> form) {
    try {
      return FormSchema.of(form);
    } catch (UnusableTypeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static JsonObject json(String text) {
    return Arguments.json(text).asJsonObject();
  }

  @Test
  void every_kind_of_field_has_its_notation_and_the_order_stays() {
    assertThat(form(All.class).schema().toString().replace('"', '\''))
        .isEqualTo(
            "{'type':'object','properties':{"
                + "'name':{'type':'string','title':'Name','description':'Yours','minLength':2,"
                + "'maxLength':5,'default':'Ann'},"
                + "'age':{'type':'integer','minimum':0,'maximum':150,'default':30},"
                + "'score':{'type':'number','minimum':0.5,'maximum':99.5,'default':95.5},"
                + "'ok':{'type':'boolean','default':true},"
                + "'plain':{'type':'string','enum':['b','a'],'default':'a'},"
                + "'titled':{'type':'string','oneOf':[{'const':'v1','title':'One'},"
                + "{'const':'v2','title':'Two'},{'const':'v3','title':'v3'}]},"
                + "'some':{'type':'array','minItems':1,'maxItems':2,"
                + "'items':{'type':'string','enum':['b','a']},'default':['b']},"
                + "'someTitled':{'type':'array','maxItems':1000,'items':{'anyOf':["
                + "{'const':'v1','title':'One'},{'const':'v2','title':'Two'},"
                + "{'const':'v3','title':'v3'}]}},"
                + "'count':{'type':'integer'}},"
                + "'required':['name','some']}");
  }

  @Test
  void a_record_without_components_is_a_form_that_is_accepted_or_not() throws Exception {
    record Consent() {}

    assertThat(form(Consent.class).schema()).isEqualTo(json("{'type':'object','properties':{}}"));
    assertThat(form(Consent.class).read(json("{}"))).isEqualTo(new Consent());
  }

  @Test
  void content_that_fits_becomes_the_record() throws Exception {
    assertThat(
            form(All.class)
                .read(
                    json(
                        "{'name':'Ann','age':30.0,'score':0.5,'ok':false,'plain':'b',"
                            + "'titled':'v1','some':['b','a'],'someTitled':['v2'],'count':2}")))
        .isEqualTo(
            new All(
                "Ann",
                Optional.of(30),
                Optional.of(new BigDecimal("0.5")),
                Optional.of(false),
                Optional.of(Plain.b),
                Optional.of(Titled.v1),
                List.of(Plain.b, Plain.a),
                Optional.of(Set.of(Titled.v2)),
                OptionalInt.of(2)));
  }

  @Test
  void what_is_prefilled_does_not_come_back_when_it_was_left_out() throws Exception {
    All read = (All) form(All.class).read(json("{'name':'Ann','some':['a'],'age':null}"));

    assertThat(read.age()).isEmpty();
    assertThat(read.ok()).isEmpty();
    assertThat(read.count()).isEmpty();
  }

  @Test
  void what_is_not_in_the_form_is_unknown() {
    assertThat(form(All.class).known(json("{'extra':1,'name':'Ann'}")))
        .isEqualTo(json("{'name':'Ann'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name':1",
        "'name':null",
        "'name':'A'",
        "'name':'Annabel'",
        "'age':'30'",
        "'age':1.5",
        "'age':-1",
        "'age':151",
        "'age':1e999999",
        "'score':0.49",
        "'score':99.51",
        "'score':1e-999999",
        "'ok':'true'",
        "'plain':'c'",
        "'plain':['a']",
        "'titled':'One'",
        "'some':'x'",
        "'some':[]",
        "'some':['a','b','a']",
        "'some':['a','a']",
        "'some':['a',1]",
        "'someTitled':['One']",
        "'count':1.5"
      })
  void content_that_does_not_fit_is_told(String member) {
    String field = member.substring(1, member.indexOf('\'', 1));
    String rest = REST.replaceFirst(",'" + field + "':('Ann'|\\['a'])", "");

    InvalidArgumentsException refused =
        catchThrowableOfType(
            InvalidArgumentsException.class,
            () -> form(All.class).read(json("{" + member + rest + "}")));

    assertThat(refused.problems()).isNotEmpty().allMatch(problem -> problem.startsWith(field));
  }

  @Test
  void every_missing_required_field_is_told() {
    assertThatThrownBy(() -> form(All.class).read(json("{}")))
        .hasMessage("name: is required; some: is required");
  }

  record Between(int from, int to) {
    Between {
      if (from > to) {
        throw new IllegalArgumentException("the wrong way round");
      }
    }
  }

  @Test
  void a_record_may_refuse_what_fits_field_by_field() {
    assertThatThrownBy(() -> form(Between.class).read(json("{'from':2,'to':1}")))
        .hasMessageContaining("is not a valid Between: the wrong way round");
  }

  record Formats(
      Optional<@Email String> mail,
      Optional<URI> uri,
      Optional<LocalDate> date,
      Optional<OffsetDateTime> time) {}

  @Test
  void a_text_may_have_a_format() {
    assertThat(form(Formats.class).schema())
        .isEqualTo(
            json(
                "{'type':'object','properties':{'mail':{'type':'string','format':'email'},"
                    + "'uri':{'type':'string','format':'uri'},"
                    + "'date':{'type':'string','format':'date'},"
                    + "'time':{'type':'string','format':'date-time'}}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "mail, ann@acme.com",
    "mail, o'hara+tag@sub.acme.co",
    "mail, ann@localhost",
    "uri, https://acme.com/a?b#c",
    "uri, urn:isbn:1",
    "date, 2028-02-29",
    "time, 2026-07-28T12:00:00Z",
    "time, 2026-07-28T12:00:00.123+02:00",
    "time, 2026-07-28t12:00:00z"
  })
  void a_text_in_its_format_fits(String field, String text) throws Exception {
    assertThat(form(Formats.class).read(content(field, text))).isInstanceOf(Formats.class);
  }

  @ParameterizedTest
  @CsvSource({
    "mail, ann",
    "mail, @acme.com",
    "mail, ann@",
    "mail, ann@acme..com",
    "mail, ann@acme.com@x",
    "uri, acme.com/a",
    "uri, /a",
    "uri, https://a b",
    "uri, https://acme.com/ü",
    "date, 2027-02-29",
    "date, 2026-7-28",
    "date, 28.07.2026",
    "date, 2026-07-28T12:00:00Z",
    "time, 2026-07-28",
    "time, 2026-07-28T12:00:00",
    "time, 2026-07-28 12:00:00Z",
    "time, 2026-07-28T25:00:00Z"
  })
  void a_text_in_another_format_does_not_fit(String field, String text) {
    assertThatThrownBy(() -> form(Formats.class).read(content(field, text)))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageStartingWith(field);
  }

  private static JsonObject content(String field, String text) {
    return Json.createObjectBuilder().add(field, text).build();
  }

  record Impossible(
      Map<String, String> map,
      Between nested,
      List<String> texts,
      LocalTime time,
      UUID id,
      @Positive int above,
      @Pattern(regexp = "[a-z]+") String word,
      @Size(max = 3) Optional<String> unchecked,
      @Prefilled("Annabel") @Size(max = 3) String large,
      @Prefilled("1.5") int whole,
      @Prefilled("[") int broken) {}

  @Test
  void what_no_form_can_show_is_refused_all_at_once() {
    UnusableTypeException refused =
        catchThrowableOfType(UnusableTypeException.class, () -> FormSchema.of(Impossible.class));

    String type =
        ": no form can show this type: use a text, number, boolean, enum, URI, date or list of an"
            + " enum";
    assertThat(refused.problems())
        .containsExactly(
            "Impossible.map" + type,
            "Impossible.nested" + type,
            "Impossible.texts: no form can show a list of anything but an enum",
            "Impossible.time: no form can show pattern",
            "Impossible.id: no form can show the format uuid",
            "Impossible.above: no form can show exclusiveMinimum",
            "Impossible.word: no form can show pattern",
            "Impossible.unchecked: nobody can check this constraint: write Optional<@… String>",
            "Impossible.large: its prefilled value size must be between 0 and 3",
            "Impossible.whole: its prefilled value must be an integer",
            "Impossible.broken: its prefilled value is not JSON, as this type needs");
  }

  @Test
  void a_type_that_JSON_cannot_fill_is_refused() {
    record Opaque(Thread thread) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(Opaque.class))
        .withMessageContaining("Opaque.thread");
  }
}
