package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.content.TextContent;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A container that checks nothing itself, with the tools of some beans. */
final class ToolContainer implements AutoCloseable {
  private final WeldContainer container;
  private final ToolRegistry tools;

  ToolContainer(Class<?>... beans) {
    this(start(beans));
  }

  private ToolContainer(WeldContainer container) {
    this.container = container;
    assertThat(problems()).isEmpty();
    tools = container.select(ToolRegistry.class).get();
  }

  private static WeldContainer start(Class<?>... beans) {
    return new Weld()
        .disableDiscovery()
        .addBeanClasses(ToolRegistry.class, ResultWriter.class)
        .addBeanClasses(beans)
        .addExtensions(new ToolExtension())
        .initialize();
  }

  /** With a mapping file in this folder, as in a jar of the application. */
  static ToolContainer mapped(Path folder, String file, Class<?>... beans) throws IOException {
    return new ToolContainer(startMapped(folder, file, beans));
  }

  /** What is wrong with such a file. */
  static List<String> problems(Path folder, String file, Class<?>... beans) throws IOException {
    try (WeldContainer refused = startMapped(folder, file, beans)) {
      return refused.select(ToolExtension.class).get().problems();
    }
  }

  private static WeldContainer startMapped(Path folder, String file, Class<?>... beans)
      throws IOException {
    Path mapping = folder.resolve("META-INF/gatehouse-tools.json");
    Files.createDirectories(mapping.getParent());
    Files.writeString(mapping, file.replace('\'', '"'));
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      return start(beans);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private List<String> problems() {
    return container.select(ToolExtension.class).get().problems();
  }

  <T> T bean(Class<T> type) {
    return container.select(type).get();
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
