package dev.gatehouse.mcp;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.tool.Sensitive;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolFailure;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A method for each way in which a call can end. */
@ApplicationScoped
public class WatchedBeans {
  @Tool(description = "Takes a password")
  String enter(String user, @Sensitive String password) {
    return user;
  }

  @Tool(description = "Takes anything, all of it secret", inputSchema = "{\"type\":\"object\"}")
  String whatever(@Sensitive JsonObject all) {
    return "";
  }

  @Tool(description = "Says no")
  void fail() {
    throw new ToolFailure("Not today");
  }

  @Tool(description = "Breaks")
  void crash() {
    throw new IllegalStateException("secret detail");
  }

  record Nothing() {}

  @Tool(description = "Asks the user")
  String ask(Input input) {
    return input.elicit("name", "Who?", Nothing.class).toString();
  }

  @Tool(description = "Finds out late that it must not")
  String forbid() {
    throw new McpConversation.Denied("forbid");
  }

  @Tool(description = "Calls what does not let its caller in")
  String knock() {
    throw new EJBAccessException("secret detail");
  }

  @Prompt(description = "Calls what does not let its caller in")
  String knocking(@PromptArg(description = "which") Optional<String> door) {
    return knock();
  }

  @Resource(uri = "note://closed", name = "closed")
  String closed() {
    return knock();
  }

  @CompletePrompt("knocking")
  List<String> doors(@CompleteArg String door) {
    return List.of(knock());
  }

  @Tool(description = "Is left by its client")
  String leave(Cancellation cancellation) {
    ((CallCancellation) cancellation).cancel(Optional.empty());
    throw new IllegalStateException("Its work was cut short");
  }

  @Tool(description = "Only for few")
  String secret() {
    return "the secret";
  }

  @Prompt(description = "Greets")
  String welcome(@PromptArg(description = "whom") String name) {
    return name;
  }

  @CompletePrompt("welcome")
  List<String> names(@CompleteArg String name) {
    return List.of("Ann");
  }

  @Resource(uri = "note://today", name = "today")
  String today() {
    return "sunny";
  }

  @ResourceTemplate(uriTemplate = "note://{owner}/{pin}", name = "pinned")
  String pinned(String owner, @Sensitive String pin) {
    return owner;
  }
}
