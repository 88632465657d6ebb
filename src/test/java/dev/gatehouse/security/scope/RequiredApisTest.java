package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequiredApisTest {
  private static final ClassLoader ALL = RequiredApisTest.class.getClassLoader();

  /** As of a server that hides one API. */
  private static ClassLoader without(String hidden) {
    return new ClassLoader(ALL) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(hidden)) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }
    };
  }

  @Test
  void a_server_that_shows_all_is_no_problem() {
    assertThat(RequiredApis.problems(ALL)).isEmpty();
  }

  @Test
  void what_a_server_hides_is_named() {
    assertThat(RequiredApis.problems(without("org.eclipse.microprofile.jwt.")))
        .singleElement()
        .asString()
        .contains("MicroProfile JWT Auth", "JsonWebToken", "Dependencies");
    assertThat(RequiredApis.problems(without("jakarta.enterprise.concurrent.")))
        .singleElement()
        .asString()
        .contains("Jakarta Concurrency");
  }
}
