package dev.gatehouse.it.conformance;

import dev.gatehouse.interaction.ElicitationResponse;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.JsonElicitation;
import dev.gatehouse.interaction.Prefilled;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Description;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Tools that ask with requests to the client, as the suite expects before 2026-07-28. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class AskingTools {

  @Tool(name = "test_sampling", description = "Asks the client's model")
  String sampling(String prompt, Input input) {
    return "LLM response: " + input.sample("llm", SamplingRequest.of(100, prompt)).text();
  }

  record User(
      @Description("User's response") String username,
      @Description("User's email address") String email) {}

  @Tool(name = "test_elicitation", description = "Asks the user")
  String elicitation(String message, Input input) {
    return told("User response: ", input.elicit("user", message, User.class));
  }

  enum Status {
    active,
    inactive,
    pending
  }

  record Defaults(
      @Prefilled("John Doe") Optional<String> name,
      @Prefilled("30") OptionalInt age,
      @Prefilled("95.5") Optional<BigDecimal> score,
      @Prefilled("active") Optional<Status> status,
      @Prefilled("true") Optional<Boolean> verified) {}

  @Tool(name = "test_elicitation_sep1034_defaults", description = "Asks with defaults")
  String defaults(Input input) {
    return told(
        "Elicitation completed: ",
        input.elicit("defaults", "Check these defaults", Defaults.class));
  }

  // One form with all notations, that of titles before 2025-11-25 among them: no record says it so.
  private static final String CHOICES =
      """
      {
        "type": "object",
        "properties": {
          "untitledSingle": {"type": "string", "enum": ["option1", "option2", "option3"]},
          "titledSingle": {
            "type": "string",
            "oneOf": [
              {"const": "value1", "title": "Option 1"},
              {"const": "value2", "title": "Option 2"},
              {"const": "value3", "title": "Option 3"}
            ]
          },
          "legacyEnum": {
            "type": "string",
            "enum": ["opt1", "opt2", "opt3"],
            "enumNames": ["Option 1", "Option 2", "Option 3"]
          },
          "untitledMulti": {
            "type": "array",
            "items": {"type": "string", "enum": ["option1", "option2", "option3"]}
          },
          "titledMulti": {
            "type": "array",
            "items": {
              "anyOf": [
                {"const": "value1", "title": "Choice 1"},
                {"const": "value2", "title": "Choice 2"},
                {"const": "value3", "title": "Choice 3"}
              ]
            }
          }
        }
      }
      """;

  @Tool(name = "test_elicitation_sep1330_enums", description = "Asks with every kind of choice")
  String choices(Input input) {
    try (JsonReader reader = Json.createReader(new StringReader(CHOICES))) {
      JsonElicitation form = new JsonElicitation("Choose", reader.readObject());
      return told("Elicitation completed: ", input.elicit("choices", form));
    }
  }

  private static String told(String start, ElicitationResponse<?> answer) {
    String action = answer.action().name().toLowerCase(Locale.ROOT);
    String content = answer.content().map(Object::toString).orElse("{}");
    return start + "action=" + action + ", content=" + content;
  }
}
