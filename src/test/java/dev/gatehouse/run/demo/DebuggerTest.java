package dev.gatehouse.run.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DebuggerTest {

  private static String options(String value) {
    return Debugger.environment(value).getOrDefault("JDK_JAVA_OPTIONS", "");
  }

  @Test
  void nothing_listens_unless_somebody_asks() {
    assertThat(options("false")).isEmpty();
  }

  @Test
  void a_debugger_attaches_from_this_machine_only_at_5005_or_where_it_is_told() {
    assertThat(options("true")).endsWith("address=127.0.0.1:5005");
    assertThat(options("15005")).endsWith("address=127.0.0.1:15005");
  }

  @Test
  void another_address_is_no_port() {
    assertThatThrownBy(() -> options("0.0.0.0:5005")).isInstanceOf(NumberFormatException.class);
  }
}
