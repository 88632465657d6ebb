package dev.gatehouse.security.scope;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.completion.CompleteResourceTemplate;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class FixtureDeclarations {
  @Tool(description = "For some")
  @RequiresScope("tool")
  public String tool() {
    return "";
  }

  @Prompt
  @RequiresScope({"prompt", "offline_access"})
  public String prompt(String a, String b) {
    return a + b;
  }

  @Resource(uri = "test://a")
  @RequiresScope("resource")
  public String resource() {
    return "";
  }

  @ResourceTemplate(uriTemplate = "test://{a}/b")
  @NoScopeRequired
  public String template(String a) {
    return a;
  }

  @CompletePrompt("prompt")
  public List<String> inherits(@CompleteArg String a) {
    return List.of(a);
  }

  @CompletePrompt("prompt")
  @RequiresScope("completion")
  public List<String> decides(@CompleteArg String b) {
    return List.of(b);
  }

  @CompleteResourceTemplate("template")
  public List<String> open(@CompleteArg String a) {
    return List.of(a);
  }
}
