package dev.gatehouse.it.conformance;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.content.EmbeddedResource;
import dev.gatehouse.content.Role;
import dev.gatehouse.content.TextContent;
import dev.gatehouse.content.TextResourceContents;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.prompt.PromptMessage;
import dev.gatehouse.security.RequiresScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Five prompts and a completion. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class FixturePrompts {

  @Prompt(name = "test_simple_prompt", description = "No arguments")
  String simple() {
    return "This is a simple prompt for testing.";
  }

  @Prompt(name = "test_prompt_with_arguments", description = "Two arguments")
  String withArguments(
      @PromptArg(description = "First") String arg1,
      @PromptArg(description = "Second") String arg2) {
    return "Prompt with arguments: arg1='" + arg1 + "', arg2='" + arg2 + "'";
  }

  @Prompt(name = "test_prompt_with_embedded_resource", description = "A resource and a request")
  List<PromptMessage> withResource(@PromptArg(description = "Which") String resourceUri) {
    return List.of(
        new PromptMessage(
            Role.USER,
            new EmbeddedResource(
                new TextResourceContents(
                    resourceUri,
                    Optional.of("text/plain"),
                    "Embedded resource content for testing."))),
        new PromptMessage(
            Role.USER, new TextContent("Please process the embedded resource above.")));
  }

  @Prompt(name = "test_prompt_with_image", description = "An image and a request")
  List<PromptMessage> withImage() {
    return List.of(
        new PromptMessage(Role.USER, Samples.image()),
        new PromptMessage(Role.USER, new TextContent("Please analyze the image above.")));
  }

  record Context(String context) {}

  @Prompt(name = "test_input_required_result_prompt", description = "Asks for a context")
  String asking(Input input) {
    var answer = input.elicit("user_context", "Which context?", Context.class);
    return "Context: " + answer.content().map(Context::context).orElse("none");
  }

  @CompletePrompt("test_prompt_with_arguments")
  List<String> complete(@CompleteArg String arg1) {
    return Stream.of("paris", "park", "party").filter(value -> value.startsWith(arg1)).toList();
  }
}
