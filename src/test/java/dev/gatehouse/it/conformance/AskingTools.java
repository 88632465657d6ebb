package dev.gatehouse.it.conformance;

import dev.gatehouse.interaction.ElicitationResponse;
import dev.gatehouse.interaction.FormElicitation;
import dev.gatehouse.interaction.FormField;
import dev.gatehouse.interaction.FormSchema;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tools that ask with requests to the client, as the suite expects before 2026-07-28. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class AskingTools {

  @Tool(name = "test_sampling", description = "Asks the client's model")
  String sampling(String prompt, Input input) {
    return "LLM response: " + input.sample("llm", SamplingRequest.of(100, prompt)).text();
  }

  @Tool(name = "test_elicitation", description = "Asks the user")
  String elicitation(String message, Input input) {
    FormSchema form =
        FormSchema.empty()
            .required("username", FormField.text().description("User's response"))
            .required("email", FormField.text().description("User's email address"));
    return told("User response: ", input.elicit("user", new FormElicitation(message, form)));
  }

  @Tool(name = "test_elicitation_sep1034_defaults", description = "Asks with defaults")
  String defaults(Input input) {
    FormSchema form =
        FormSchema.empty()
            .optional("name", FormField.text().defaultValue("John Doe"))
            .optional("age", FormField.integer().defaultValue(30))
            .optional("score", FormField.number().defaultValue(new BigDecimal("95.5")))
            .optional(
                "status",
                FormField.oneOf(List.of("active", "inactive", "pending")).defaultValue("active"))
            .optional("verified", FormField.yesNo().defaultValue(true));
    return told(
        "Elicitation completed: ",
        input.elicit("defaults", new FormElicitation("Check these defaults", form)));
  }

  @Tool(name = "test_elicitation_sep1330_enums", description = "Asks with every kind of choice")
  String choices(Input input) {
    List<String> plain = List.of("option1", "option2", "option3");
    FormSchema form =
        FormSchema.empty()
            .optional("untitledSingle", FormField.oneOf(plain))
            .optional("titledSingle", FormField.oneOfTitled(titles("value", "Option")))
            .optional("legacyEnum", FormField.oneOfNamed(titles("opt", "Option")))
            .optional("untitledMulti", FormField.someOf(plain))
            .optional("titledMulti", FormField.someOfTitled(titles("value", "Choice")));
    return told(
        "Elicitation completed: ", input.elicit("choices", new FormElicitation("Choose", form)));
  }

  private static Map<String, String> titles(String value, String title) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (int i = 1; i <= 3; i++) {
      titles.put(value + i, title + " " + i);
    }
    return titles;
  }

  private static String told(String start, ElicitationResponse answer) {
    String action = answer.action().name().toLowerCase(Locale.ROOT);
    return start + "action=" + action + ", content=" + answer.content();
  }
}
