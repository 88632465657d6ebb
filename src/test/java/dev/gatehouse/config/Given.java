package dev.gatehouse.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** A configuration with the three needed settings in a source {@code needed}, and more. */
final class Given {
  static final Map<String, String> NEEDED =
      Map.of(
          "scalekit.environment.url", "https://acme.scalekit.com",
          "scalekit.resource.id", "res_1",
          "mcp.url", "https://mcp.acme.com/mcp");

  private Given() {}

  /** The others are in a source {@code test}. */
  static Settings settings(Map<String, String> others) {
    return Settings.load(config(others));
  }

  static Config config(Map<String, String> others) {
    Map<String, String> needed = new HashMap<>(NEEDED);
    needed.keySet().removeAll(others.keySet());
    return new SmallRyeConfigBuilder()
        .withSources(
            new PropertiesConfigSource(needed, "needed", 200),
            new PropertiesConfigSource(others, "test", 300))
        .build();
  }
}
