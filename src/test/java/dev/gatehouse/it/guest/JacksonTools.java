package dev.gatehouse.it.guest;

import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import jakarta.enterprise.context.ApplicationScoped;

/** A tool of a company whose types have Jackson's annotations. */
@ApplicationScoped
public class JacksonTools {
  @Tool(description = "Describe an order", readOnly = true)
  @RequiresScope("todo:read")
  JacksonOrder describeOrder(@ToolArg(description = "Its number") int number) {
    return new JacksonOrder(number);
  }
}
