package dev.gatehouse.mcp;

import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

@ApplicationScoped
public class FixtureTools {
  public static final AtomicInteger CRASHES = new AtomicInteger();

  public record Sum(int total) {}

  @Tool(description = "Adds two numbers", readOnly = true)
  Sum add(@ToolArg(description = "first") @Min(0) int a, int b) {
    return new Sum(a + b);
  }

  @Tool(description = "Greets")
  String greet(@NotBlank String name, Optional<String> greeting) {
    return greeting.orElse("Hello") + ", " + name + "!";
  }

  @Tool(description = "Lists words", name = "list-words")
  List<String> words() {
    return List.of("one", "two");
  }

  @Tool(description = "Says no")
  void fail() {
    throw new ToolFailure("Not today");
  }

  @Tool(description = "Breaks")
  void crash() {
    CRASHES.incrementAndGet();
    throw new IllegalStateException("secret detail");
  }

  @Tool(description = "Runs somewhere")
  String deploy(
      @ToolArg(header = "Region") String region, @ToolArg(header = "Count") Optional<Integer> n) {
    return region + n.map(String::valueOf).orElse("");
  }

  @Tool(description = "Only for few")
  String secret() {
    return "the secret";
  }
}
