package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.content.TextContent;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A container that checks nothing itself, with the tools of some beans. */
final class ToolContainer implements AutoCloseable {
  private final WeldContainer container;
  private final ToolRegistry tools;

  ToolContainer(Class<?>... beans) {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(ToolRegistry.class, ResultWriter.class)
            .addBeanClasses(beans)
            .addExtensions(new ToolExtension())
            .initialize();
    assertThat(container.select(ToolExtension.class).get().problems()).isEmpty();
    tools = container.select(ToolRegistry.class).get();
  }

  /** With apostrophes in place of quotation marks. */
  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  static String text(ToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  ToolDefinition tool(String name) {
    return tools.find(name).orElseThrow();
  }

  ToolResult call(String name, String arguments) {
    return call(name, arguments, Exchange.none());
  }

  ToolResult call(String name, String arguments, Exchange exchange) {
    return tools.call(tool(name), json(arguments), exchange);
  }

  @Override
  public void close() {
    container.close();
  }
}
