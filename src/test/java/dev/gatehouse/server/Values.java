package dev.gatehouse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What an operator writes in place of the examples in server-config. */
public record Values(
    String environmentUrl,
    String resourceId,
    String mcpUrl,
    String contextRoot,
    int port,
    int managementPort) {

  /** The same with another public URL and context root. */
  public Values at(String mcpUrl, String contextRoot) {
    return new Values(environmentUrl, resourceId, mcpUrl, contextRoot, port, managementPort);
  }

  /** Copies a folder of server-config with the examples replaced. */
  void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.writeString(to.resolve(file.getFileName()), applyTo(Files.readString(file)));
      }
    }
  }

  /** The text with the examples replaced. */
  String applyTo(String text) {
    return text.replace("https://acme.scalekit.com", environmentUrl)
        .replace("res_123456789012345678", resourceId)
        .replace("https://mcp.acme.com/mcp", mcpUrl)
        .replace("contextRoot=\"/\"", "contextRoot=\"" + contextRoot + "\"")
        .replace("--contextroot / ", "--contextroot " + contextRoot + " ")
        .replace("8080", String.valueOf(port))
        .replace("4848", String.valueOf(managementPort))
        .replace("9990", String.valueOf(managementPort));
  }
}
