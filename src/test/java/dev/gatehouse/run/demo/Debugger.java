package dev.gatehouse.run.demo;

import java.util.Map;

/** What has a server wait for a debugger, on 127.0.0.1 only. */
final class Debugger {
  private static final String DEFAULT_PORT = "5005";

  private Debugger() {}

  /** What the server's environment needs, by the value of {@code demo.debug}. */
  static Map<String, String> environment(String value) {
    return switch (value) {
      case "false" -> Map.of();
      case "true", "" -> listeningOn(DEFAULT_PORT);
      default -> listeningOn(String.valueOf(Integer.parseInt(value)));
    };
  }

  private static Map<String, String> listeningOn(String port) {
    return Map.of(
        "JDK_JAVA_OPTIONS",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port);
  }
}
