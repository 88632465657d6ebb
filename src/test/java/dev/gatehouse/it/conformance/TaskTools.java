package dev.gatehouse.it.conformance;

import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.FormElicitation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.Task;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.TaskSupport;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tools whose calls are tasks. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class TaskTools {
  record Confirmation(boolean confirm) {}

  record Named(String name) {}

  // The first in the list is called with no arguments by a client that takes no tasks.
  @Tool(name = "about", description = "Tells what this is")
  String about() {
    return "Fixtures";
  }

  @Tool(name = "greet", description = "Greets at once")
  String greet(String name) {
    return "Hello, " + name + "!";
  }

  @Tool(
      name = "slow_compute",
      description = "Takes so many seconds",
      task = TaskSupport.OPTIONAL,
      idempotent = true)
  String compute(int seconds, String label, Cancellation cancellation) throws InterruptedException {
    CountDownLatch cancelled = new CountDownLatch(1);
    cancellation.onCancel(cancelled::countDown);
    if (cancelled.await(seconds, TimeUnit.SECONDS)) {
      cancellation.check();
    }
    return label + " took " + seconds + " s";
  }

  @Tool(name = "failing_job", description = "Says no after a second", task = TaskSupport.REQUIRED)
  String fail() throws InterruptedException {
    Thread.sleep(1000);
    throw new ToolFailure("There is nothing to do");
  }

  @Tool(name = "protocol_error_job", description = "Breaks", task = TaskSupport.REQUIRED)
  String breakDown() {
    throw new IllegalStateException("Broken on purpose");
  }

  @Tool(
      name = "confirm_delete",
      description = "Asks before it deletes",
      task = TaskSupport.REQUIRED)
  String delete(String filename, Input input) {
    return input.elicit("confirm", "Delete " + filename + "?", Confirmation.class).content()
        + " "
        + filename;
  }

  @Tool(name = "multi_input", description = "Asks twice at once", task = TaskSupport.REQUIRED)
  String askTwice(Input input) {
    return String.valueOf(
        input.ask(
            Map.of(
                "first", new FormElicitation<>("Your first name?", Named.class),
                "second", new FormElicitation<>("Your second name?", Named.class))));
  }

  @Tool(
      name = "test_tool_with_task",
      description = "Asks, and works in the background then",
      task = TaskSupport.REQUIRED)
  String askFirst(Input input, Task task) {
    String name = input.elicit("user_name", "Your name?", Named.class).content().toString();
    task.begin();
    return "Worked for " + name;
  }
}
