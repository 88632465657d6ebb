package dev.gatehouse.interaction;

import static dev.gatehouse.interaction.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("v1", "One");
    TITLES.put("v2", "Two");
  }

  private static final FormSchema ALL =
      FormSchema.empty()
          .required(
              "name",
              FormField.text()
                  .title("Name")
                  .description("Yours")
                  .minLength(2)
                  .maxLength(5)
                  .defaultValue("Ann"))
          .optional("age", FormField.integer().minimum(0).maximum(150).defaultValue(30))
          .optional(
              "score",
              FormField.number()
                  .minimum(new BigDecimal("0.5"))
                  .maximum(new BigDecimal("99.5"))
                  .defaultValue(new BigDecimal("95.5")))
          .optional("ok", FormField.yesNo().defaultValue(true))
          .optional("plain", FormField.oneOf(List.of("b", "a")).defaultValue("a"))
          .optional("titled", FormField.oneOfTitled(TITLES).defaultValue("v2"))
          .optional("named", FormField.oneOfNamed(TITLES))
          .optional(
              "some",
              FormField.someOf(List.of("x", "y", "z"))
                  .minItems(1)
                  .maxItems(2)
                  .defaultValue(List.of("x")))
          .required("someTitled", FormField.someOfTitled(TITLES));

  @Test
  void every_kind_of_field_has_its_notation_and_the_order_stays() {
    assertThat(ALL.toJson().toString().replace('"', '\''))
        .isEqualTo(
            "{'type':'object','properties':{"
                + "'name':{'type':'string','title':'Name','description':'Yours','minLength':2,"
                + "'maxLength':5,'default':'Ann'},"
                + "'age':{'type':'integer','minimum':0,'maximum':150,'default':30},"
                + "'score':{'type':'number','minimum':0.5,'maximum':99.5,'default':95.5},"
                + "'ok':{'type':'boolean','default':true},"
                + "'plain':{'type':'string','enum':['b','a'],'default':'a'},"
                + "'titled':{'type':'string','oneOf':[{'const':'v1','title':'One'},"
                + "{'const':'v2','title':'Two'}],'default':'v2'},"
                + "'named':{'type':'string','enum':['v1','v2'],'enumNames':['One','Two']},"
                + "'some':{'type':'array','items':{'type':'string','enum':['x','y','z']},"
                + "'minItems':1,'maxItems':2,'default':['x']},"
                + "'someTitled':{'type':'array','items':{'anyOf':[{'const':'v1','title':'One'},"
                + "{'const':'v2','title':'Two'}]}}},"
                + "'required':['name','someTitled']}");
  }

  @Test
  void a_form_without_required_fields_lists_none() {
    assertThat(FormSchema.empty().optional("a", FormField.text()).toJson())
        .isEqualTo(json("{'type':'object','properties':{'a':{'type':'string'}}}"));
  }

  @Test
  void content_that_fits_has_no_problems() {
    assertThat(
            ALL.problems(
                json(
                    "{'name':'Ann','age':30.0,'score':0.5,'ok':false,'plain':'b','titled':'v1',"
                        + "'named':'v2','some':['z','x'],'someTitled':[],'extra':{}}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "'name':1 | name must be a string",
        "'name':null | name must be a string",
        "'name':'A' | name is too short",
        "'name':'Annabel' | name is too long",
        "'age':'30' | age must be a number",
        "'age':1.5 | age must be a whole number",
        "'age':-1 | age is too small",
        "'age':151 | age is too large",
        "'age':1e999999 | age has too many digits",
        "'score':0.49 | score is too small",
        "'score':99.51 | score is too large",
        "'score':1e-999999 | score has too many digits",
        "'ok':'true' | ok must be true or false",
        "'plain':'c' | plain must be one of the values offered",
        "'plain':['a'] | plain must be one of the values offered",
        "'titled':'One' | titled must be one of the values offered",
        "'named':'Two' | named must be one of the values offered",
        "'some':'x' | some must be a list",
        "'some':[] | some has too few values",
        "'some':['x','y','z'] | some has too many values",
        "'some':['x','x'] | some must be a list of values offered, each once",
        "'some':['x',1] | some must be a list of values offered, each once",
        "'someTitled':['One'] | someTitled must be a list of values offered, each once"
      })
  void content_that_does_not_fit_is_told(String member, String problem) {
    String rest = "";
    if (!member.startsWith("'name'")) {
      rest += ",'name':'Ann'";
    }
    if (!member.startsWith("'someTitled'")) {
      rest += ",'someTitled':['v1']";
    }

    assertThat(ALL.problems(json("{" + member + rest + "}"))).containsExactly(problem);
  }

  @Test
  void every_missing_required_field_is_told() {
    assertThat(ALL.problems(json("{}")))
        .containsExactly("name is missing", "someTitled is missing");
  }

  @Test
  void lengths_count_characters_and_not_their_halves() {
    FormSchema five = FormSchema.empty().optional("a", FormField.text().minLength(5).maxLength(5));

    assertThat(five.problems(json("{'a':'" + "😀".repeat(5) + "'}"))).isEmpty();
    assertThat(five.problems(json("{'a':'" + "😀".repeat(4) + "'}"))).hasSize(1);
  }

  @Test
  void a_form_has_a_greatest_size() {
    FormSchema text = FormSchema.empty().optional("a", FormField.text());
    int frame = "{'a':''}".length();

    assertThat(text.problems(json("{'a':'" + "x".repeat(FormSchema.MAX_BYTES - frame) + "'}")))
        .isEmpty();
    assertThat(text.problems(json("{'a':'" + "x".repeat(FormSchema.MAX_BYTES - frame + 1) + "'}")))
        .hasSize(1);
    assertThat(text.problems(json("{'b':'" + "x".repeat(FormSchema.MAX_BYTES) + "'}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, ann@acme.com",
    "EMAIL, o'hara+tag@sub.acme.co",
    "EMAIL, ann@localhost",
    "URI, https://acme.com/a?b#c",
    "URI, urn:isbn:1",
    "DATE, 2028-02-29",
    "DATE_TIME, 2026-07-28T12:00:00Z",
    "DATE_TIME, 2026-07-28T12:00:00.123+02:00",
    "DATE_TIME, 2026-07-28t12:00:00z"
  })
  void a_text_may_have_a_format(TextFormat format, String text) {
    assertThat(format.fits(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, ann",
    "EMAIL, @acme.com",
    "EMAIL, ann@",
    "EMAIL, ann@acme..com",
    "EMAIL, a b@acme.com",
    "EMAIL, ann@acme.com@x",
    "URI, acme.com/a",
    "URI, /a",
    "URI, https://a b",
    "URI, https://acme.com/ü",
    "DATE, 2027-02-29",
    "DATE, 2026-7-28",
    "DATE, 28.07.2026",
    "DATE, 2026-07-28T12:00:00Z",
    "DATE_TIME, 2026-07-28",
    "DATE_TIME, 2026-07-28T12:00:00",
    "DATE_TIME, 2026-07-28T12:00Z",
    "DATE_TIME, 2026-07-28 12:00:00Z",
    "DATE_TIME, 2026-07-28T25:00:00Z"
  })
  void a_text_in_another_format_does_not_fit(TextFormat format, String text) {
    assertThat(format.fits(text)).isFalse();
    assertThat(
            FormSchema.empty()
                .optional("a", FormField.text().format(format))
                .problems(Json.createObjectBuilder().add("a", text).build()))
        .containsExactly("a must be in the format " + format.wireName());
  }

  @Test
  void a_default_must_fit() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                FormSchema.empty().optional("a", FormField.text().maxLength(1).defaultValue("ab")))
        .withMessage("The default of a is too long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", ""})
  void a_field_needs_a_name_of_its_own(String name) {
    FormSchema one = FormSchema.empty().optional("a", FormField.text());

    assertThatIllegalArgumentException().isThrownBy(() -> one.required(name, FormField.text()));
  }

  @Test
  void a_choice_needs_different_values() {
    assertThatIllegalArgumentException().isThrownBy(() -> FormField.oneOf(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> FormField.someOf(List.of("a", "a")));
  }
}
