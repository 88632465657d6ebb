package dev.gatehouse.security.scope;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.completion.CompleteResourceTemplate;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.prompt.PromptMessage;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
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
  @NoScopeRequired
  public String promptTwice1() {
    return "";
  }

  @Prompt(name = "twice")
  @NoScopeRequired
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
  @NoScopeRequired
  public Set<PromptMessage> promptResult(@PromptArg(defaultValue = "x") int n, List<String> list) {
    return Set.of();
  }

  @Prompt
  @NoScopeRequired
  public static String promptStatic() {
    return "";
  }

  @Resource(uri = "test://twice")
  @NoScopeRequired
  public String resourceTwice1() {
    return "";
  }

  @Resource(uri = "test://twice")
  @NoScopeRequired
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
  @NoScopeRequired
  public String templateTwice1(String id) {
    return id;
  }

  @ResourceTemplate(uriTemplate = "test://a/{key}")
  @NoScopeRequired
  public String templateTwice2(String key) {
    return key;
  }

  @ResourceTemplate(uriTemplate = "test://b/{id}", name = "named")
  @NoScopeRequired
  public String templateNamed1(String id) {
    return id;
  }

  @ResourceTemplate(uriTemplate = "test://c/{id}", name = "named")
  @NoScopeRequired
  public String templateNamed2(String id) {
    return id;
  }

  @ResourceTemplate(uriTemplate = "test://{+path}")
  @NoScopeRequired
  public String templateUnparsable() {
    return "";
  }

  @ResourceTemplate(uriTemplate = "test://d/{id}")
  @NoScopeRequired
  public String templateVariables(String key) {
    return key;
  }

  @Prompt
  @NoScopeRequired
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
  @NoScopeRequired
  public String schemaWrong(JsonObject arguments) {
    return "";
  }

  @Tool(description = "Wrong arguments", inputSchema = "{\"type\":\"object\"}")
  @NoScopeRequired
  public String schemaArguments(JsonObject arguments, String more) {
    return more;
  }

  @Tool(description = "Decided twice")
  @NoScopeRequired
  @RequiresScope("todo:write")
  String decidedTwice() {
    return "";
  }

  @Tool(description = "Overloaded")
  @NoScopeRequired
  String overloaded(String a, List<String> b) {
    return a;
  }

  @Tool(description = "Overloaded")
  @NoScopeRequired
  String overloaded(int a) {
    return "";
  }
}
