package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.config.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of MicroProfile JWT Auth 2.1, §9: each is honoured, or refused by name. */
class StandardSettingsTest {
  private static final String IN_TEST = " in PropertiesConfigSource[source=test]";

  @Test
  void every_name_of_the_specification_is_in_the_list() throws Exception {
    List<String> names = new ArrayList<>();
    for (Field constant : Names.class.getFields()) {
      names.add((String) constant.get(Names.class));
    }

    assertThat(names).hasSize(11);
    assertThat(KnownSettings.ALL).extracting(Setting::name).containsAll(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mp.jwt.verify.publickey",
        "mp.jwt.decrypt.key.location",
        "mp.jwt.decrypt.key.algorithm",
        "mp.jwt.token.cookie"
      })
  void what_is_not_done_is_refused_by_name_and_value_unseen(String name) {
    assertThat(problems(name, "hunter2"))
        .singleElement()
        .asString()
        .startsWith(name + " (environment variable " + Setting.variable(name) + ") is not ")
        .contains(IN_TEST)
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cookie", "X-Token"})
  void a_token_comes_in_no_other_header(String header) {
    assertThat(problems("mp.jwt.token.header", header))
        .singleElement()
        .asString()
        .startsWith("mp.jwt.token.header")
        .contains("must be Authorization")
        .contains("\"" + header + "\"" + IN_TEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "authorization", " "})
  void the_header_that_is_read_may_be_named(String header) {
    assertThat(Given.settings(Map.of("mp.jwt.token.header", header)).remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "1, 1", "31536000, 31536000"})
  void the_age_of_a_token_may_be_limited(String configured, int seconds) {
    assertThat(Given.settings(Map.of("mp.jwt.verify.token.age", configured)).tokenAge())
        .contains(Duration.ofSeconds(seconds));
  }

  @Test
  void a_token_may_be_of_any_age_by_default() {
    assertThat(Given.settings(Map.of()).tokenAge()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "60s", "31536001"})
  void a_wrong_age_is_refused(String age) {
    assertThat(problems("mp.jwt.verify.token.age", age))
        .singleElement()
        .asString()
        .contains("from 1 to 31536000", "\"" + age + "\"" + IN_TEST);
  }

  private static List<String> problems(String name, String value) {
    return catchThrowableOfType(SettingsException.class, () -> Given.settings(Map.of(name, value)))
        .problems();
  }
}
