package dev.gatehouse.telemetry;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolFailure;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A method for each way in which a request can end; results tell the span that is current. */
@ApplicationScoped
public class MeasuredBeans {
  @Tool(description = "Works")
  String add(Optional<String> title) {
    return Span.current().getSpanContext().getSpanId();
  }

  @Tool(description = "Works on a stream")
  String follow(Cancellation cancellation) {
    return Span.current().getSpanContext().getSpanId();
  }

  @Tool(description = "Says no")
  void fail(Optional<String> title) {
    throw new ToolFailure("Not " + title.orElse(""));
  }

  @Tool(description = "Breaks")
  void crash(Optional<String> title) {
    throw new IllegalStateException("secret detail");
  }

  @Tool(description = "Is left by its client")
  void leave(Cancellation cancellation) {
    ((CallCancellation) cancellation).cancel(Optional.empty());
  }

  @Tool(description = "Only for few")
  void secret() {}

  @Prompt(description = "Greets")
  String welcome(@PromptArg(description = "whom") Optional<String> name) {
    return "Hello";
  }

  @Resource(uri = "note://today", name = "today")
  String today() {
    return "sunny";
  }

  @ResourceTemplate(uriTemplate = "note://of/{owner}", name = "of")
  String of(String owner) {
    return owner;
  }
}
