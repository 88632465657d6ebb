package dev.gatehouse.security;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.completion.CompleteResourceTemplate;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.prompt.PromptMessage;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Whatever can be wrong, once. */
@ApplicationScoped
public class WrongDeclarations {
  @Prompt
  public String promptUndecided() {
    return "";
  }

  @Prompt(name = "twice")
  @PublicTool
  public String promptTwice1() {
    return "";
  }

  @Prompt(name = "twice")
  @PublicTool
  public String promptTwice2() {
    return "";
  }

  @Prompt(name = "no spaces")
  @RequiresScope("no spaces either")
  public String promptNamed() {
    return "";
  }

  @Prompt
  @RequiresScope("no spaces")
  public String promptScoped() {
    return "";
  }

  @Prompt
  @PublicTool
  public Set<PromptMessage> promptResult(@PromptArg(defaultValue = "x") int n, List<String> list) {
    return Set.of();
  }

  @Prompt
  @PublicTool
  public static String promptStatic() {
    return "";
  }

  @Resource(uri = "test://twice")
  @PublicTool
  public String resourceTwice1() {
    return "";
  }

  @Resource(uri = "test://twice")
  @PublicTool
  public String resourceTwice2() {
    return "";
  }

  @Resource(uri = "nowhere")
  public int resourceWrong(String argument) {
    return 1;
  }

  @Resource(uri = "test://undecided")
  public String resourceUndecided() {
    return "";
  }

  @ResourceTemplate(uriTemplate = "test://a/{id}")
  @PublicTool
  public String templateTwice1(String id) {
    return id;
  }

  @ResourceTemplate(uriTemplate = "test://a/{key}")
  @PublicTool
  public String templateTwice2(String key) {
    return key;
  }

  @ResourceTemplate(uriTemplate = "test://b/{id}", name = "named")
  @PublicTool
  public String templateNamed1(String id) {
    return id;
  }

  @ResourceTemplate(uriTemplate = "test://c/{id}", name = "named")
  @PublicTool
  public String templateNamed2(String id) {
    return id;
  }

  @ResourceTemplate(uriTemplate = "test://{+path}")
  @PublicTool
  public String templateUnparsable() {
    return "";
  }

  @ResourceTemplate(uriTemplate = "test://d/{id}")
  @PublicTool
  public String templateVariables(String key) {
    return key;
  }

  @Prompt
  @PublicTool
  public String fine(String a) {
    return a;
  }

  @CompletePrompt("unknown")
  public String completeUnknown(@CompleteArg String a) {
    return a;
  }

  @CompleteResourceTemplate("fine")
  public String completeOther(@CompleteArg String a) {
    return a;
  }

  @CompletePrompt("fine")
  public int completeWrong(String a, int b) {
    return b;
  }

  @CompletePrompt("fine")
  public String completeTwice1(@CompleteArg String a) {
    return a;
  }

  @CompletePrompt("fine")
  public String completeTwice2(@CompleteArg String a) {
    return a;
  }

  @Tool(description = "No schema", inputSchema = "{\"type\":\"array\"}")
  @PublicTool
  public String schemaWrong(JsonObject arguments) {
    return "";
  }

  @Tool(description = "Wrong arguments", inputSchema = "{\"type\":\"object\"}")
  @PublicTool
  public String schemaArguments(JsonObject arguments, String more) {
    return more;
  }

  @Tool(description = "Decided twice")
  @PublicTool
  @RequiresScope("todo:write")
  String decidedTwice() {
    return "";
  }
}
