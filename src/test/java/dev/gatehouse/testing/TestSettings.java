package dev.gatehouse.testing;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings of one deployment.
 *
 * @param getOrdinal who wins
 */
record TestSettings(String getName, Map<String, String> getProperties, int getOrdinal)
    implements ConfigSource {
  /** Above the environment, so that nobody's shell decides. */
  private static final TestSettings NEEDED =
      new TestSettings(
          "what Gatehouse needs",
          Map.of(
              "scalekit.environment.url", "https://acme.scalekit.dev",
              "scalekit.resource.id", "res_123456789012345678",
              "mcp.url", "https://mcp.acme.example/mcp"),
          500);

  /** Settings as on a server, these above them, for all that runs under this loader. */
  static Config register(Map<String, String> own, ClassLoader loader) {
    ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    Config config =
        resolver
            .getBuilder()
            .forClassLoader(loader)
            .addDefaultSources()
            .addDiscoveredSources()
            .addDiscoveredConverters()
            .withSources(NEEDED, new TestSettings("of the test", own, 1000))
            .build();
    resolver.registerConfig(config, loader);
    return config;
  }

  @Override
  public Set<String> getPropertyNames() {
    return getProperties.keySet();
  }

  @Override
  public String getValue(String name) {
    return getProperties.get(name);
  }
}
