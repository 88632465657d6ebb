package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** The table of settings in the documentation: all that the code reads, and what it does. */
class SettingsTableTest {
  private static final Path PAGE = Path.of("docs/operate.md");
  private static final String BEGIN = "<!-- settings -->\n";
  private static final String END = "<!-- /settings -->";

  private final Set<String> read = new TreeSet<>();
  private final PropertySource source = new PropertySource(recording());

  /** Answers as little as possible and notes what it is asked for. */
  private Config recording() {
    Config needed =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "scalekit.environment.url", "https://acme.scalekit.com",
                        "scalekit.resource.id", "res_1",
                        "mcp.url", "https://mcp.acme.com/mcp"),
                    "needed",
                    200))
            .build();
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getOptionalValue")) {
                read.add((String) arguments[0]);
              }
              return method.invoke(needed, arguments);
            });
  }

  @Test
  void what_the_code_reads_is_described_and_nothing_else() {
    Settings.read(source).impliedScopes(Set.of("<scope>"));

    assertThat(read)
        .isEqualTo(
            Setting.ALL.stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void defaults_and_limits_are_those_of_the_code() {
    Settings.read(source);

    Map<String, String> described = new TreeMap<>();
    for (Setting setting : Setting.ALL) {
      if (setting.unit().matches(".*\\d to \\d.*")) {
        described.put(
            setting.name(), setting.fallback() + "," + setting.unit().replaceFirst("[^,]*,", ""));
      } else if (setting.unit().contains("true")) {
        described.put(setting.name(), setting.fallback());
      }
    }
    assertThat(described).isEqualTo(source.fallbacks());
  }

  @Test
  void the_table_in_the_documentation_is_up_to_date() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String fresh = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("settings.write")) {
      Files.writeString(PAGE, fresh);
    } else {
      assertThat(page)
          .as("mvn test -Dtest=SettingsTableTest -Dsettings.write=true")
          .isEqualTo(fresh);
    }
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| Property | Environment variable | Default | Unit | Meaning |\n")
            .append("|---|---|---|---|---|\n");
    for (Setting setting : Setting.ALL) {
      boolean placeholder = setting.name().contains("<");
      table.append(
          "| `%s` | `%s%s` | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  setting.variable(),
                  placeholder ? "<SCOPE>" : "",
                  setting.fallback(),
                  setting.unit(),
                  setting.meaning()));
    }
    return table.toString();
  }
}
