package dev.gatehouse.engine.prompt;

import dev.gatehouse.content.EmbeddedResource;
import dev.gatehouse.content.Role;
import dev.gatehouse.content.TextResourceContents;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.prompt.PromptFailure;
import dev.gatehouse.prompt.PromptMessage;
import dev.gatehouse.prompt.PromptResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class FixturePrompts {
  private final List<Object> filled = new ArrayList<>();

  @Prompt(title = "Plain", description = "Nothing to fill in")
  String plain() {
    return "Say something.";
  }

  @Prompt(name = "with-arguments")
  PromptMessage arguments(
      @PromptArg(name = "arg1", title = "First", description = "the first") @Size(max = 5)
          String first,
      Optional<Integer> count,
      @PromptArg(required = false, defaultValue = "low") String level) {
    return PromptMessage.assistant(first + " " + count + " " + level);
  }

  @Prompt
  List<PromptMessage> two(Input input, String uri, Cancellation cancellation) {
    filled.addAll(List.of(input, cancellation));
    return List.of(
        new PromptMessage(
            Role.USER, new EmbeddedResource(new TextResourceContents(uri, "text/plain", "hi"))),
        PromptMessage.user("Process it."));
  }

  @Prompt(description = "Replaced")
  PromptResult own() {
    return new PromptResult(Optional.of("Mine"), List.of());
  }

  @Prompt
  String refuse() {
    throw new PromptFailure("Not on Sundays");
  }

  @Prompt
  String nothing() {
    return null;
  }

  List<Object> filled() {
    return List.copyOf(filled);
  }
}
