package dev.gatehouse.support.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** The text with the examples replaced, in one pass: a value may look like another example. */
  public String applyTo(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("https://acme.scalekit.com", environmentUrl);
    values.put("res_123456789012345678", resourceId);
    values.put("https://mcp.acme.com/mcp", mcpUrl);
    values.put("contextRoot=\"/\"", "contextRoot=\"" + contextRoot + "\"");
    values.put("--contextroot / ", "--contextroot " + contextRoot + " ");
    values.put("8080", String.valueOf(port));
    values.put("4848", String.valueOf(managementPort));
    values.put("9990", String.valueOf(managementPort));
    String examples = values.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(examples)
        .matcher(text)
        .replaceAll(example -> Matcher.quoteReplacement(values.get(example.group())));
  }
}
