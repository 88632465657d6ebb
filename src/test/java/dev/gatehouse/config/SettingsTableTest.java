package dev.gatehouse.config;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.telemetry.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** The table of settings in the documentation: all that the code reads, and what it does. */
class SettingsTableTest {
  private static final Path PAGE = Path.of("docs/operate.md");
  private static final String BEGIN = "<!-- settings -->\n";
  private static final String END = "<!-- /settings -->";

  @Test
  void each_setting_is_in_the_list_once() {
    assertThat(KnownSettings.ALL).extracting(Setting::name).doesNotHaveDuplicates();
    assertThat(KnownSettings.ALL).extracting(Setting::variable).doesNotHaveDuplicates();
  }

  @Test
  void nothing_is_read_past_the_list() {
    noClasses()
        .that(not(equivalentTo(PropertySource.class).or(equivalentTo(Telemetry.class))))
        .should()
        .callMethodWhere(
            target(owner(assignableTo(Config.class)))
                .and(target(nameMatching("get(Optional|Config)?Values?"))))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.gatehouse"));
  }

  @Test
  void the_readme_tells_the_needed_ones_and_no_others() throws Exception {
    List<String> told =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.matches("\\| `(scalekit|mcp|mp)\\..*"))
            .map(line -> line.split("`")[1] + " " + line.split("`")[3])
            .toList();

    assertThat(told)
        .isEqualTo(
            KnownSettings.ALL.stream()
                .filter(setting -> setting.shown().equals("needed"))
                .map(setting -> setting.name() + " " + setting.variable())
                .toList());
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
    for (Setting<?> setting : KnownSettings.ALL) {
      table.append(
          "| `%s` | `%s%s` | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  setting.variable(),
                  setting.placeholder(),
                  setting.shown(),
                  setting.unit(),
                  setting.meaning()));
    }
    return table.toString();
  }
}
