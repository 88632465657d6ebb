package dev.gatehouse.it.guest;

import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import jakarta.enterprise.context.ApplicationScoped;

/** The company's tools. */
@ApplicationScoped
public class CompanyTools {
  @Tool(description = "Find an order", readOnly = true)
  @RequiresScope("todo:read")
  String findOrder(@ToolArg(description = "Its number") int number) {
    return "order " + number;
  }
}
