package dev.gatehouse.support.tools;

import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/** What calls, streams and sessions hold on the server. */
@ApplicationScoped
public class UsageTools {
  /** The classes below {@code dev.gatehouse} whose objects are counted. */
  public static final List<String> HELD =
      List.of(
          "mcp.legacy.Session",
          "mcp.legacy.ResumableStream",
          "mcp.modern.Subscription",
          "http.stream.SseConnection");

  @Inject McpDispatcher dispatcher;

  @NoScopeRequired
  @Tool(description = "How many streams of subscriptions are open")
  int listeners() {
    return dispatcher.listeners();
  }

  /** Numbers in this order: all threads, those that run code of this project, objects by class. */
  @NoScopeRequired
  @Tool(description = "Threads and live objects")
  String usage() throws JMException, ClassNotFoundException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    List<Long> usage = new ArrayList<>();
    usage.add((long) ManagementFactory.getThreadMXBean().getThreadCount());
    usage.add(Thread.getAllStackTraces().values().stream().filter(UsageTools::isOurs).count());
    for (String type : HELD) {
      // Loaded, so that a class of another name is an error and not zero objects.
      usage.add(live(Class.forName("dev.gatehouse." + type).getName(), histogram));
    }
    return usage.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static boolean isOurs(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(frame -> frame.getClassName().startsWith("dev.gatehouse."));
  }

  private static long live(String type, String histogram) {
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length >= 4 && row[3].equals(type))
        .mapToLong(row -> Long.parseLong(row[1]))
        .sum();
  }
}
