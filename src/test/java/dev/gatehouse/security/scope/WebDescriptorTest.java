package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebDescriptorTest {
  private static Optional<String> problem(Optional<String> descriptor) {
    InputStream stream =
        descriptor
            .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .orElse(null);
    ServletContext context =
        (ServletContext)
            Proxy.newProxyInstance(
                WebDescriptorTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                    arguments[0].equals("/WEB-INF/web.xml") ? stream : null);
    return WebDescriptor.problem(context);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<web-app metadata-complete=\"true\"/>",
        "<?xml version=\"1.0\"?><!-- ours --><web-app version=\"6.0\" metadata-complete='true'></web-app>"
      })
  void one_that_hides_the_library_is_a_problem(String descriptor) {
    assertThat(problem(Optional.of(descriptor)))
        .hasValueSatisfying(said -> assertThat(said).contains("metadata-complete", "WEB-INF/lib"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<web-app/>",
        "<web-app metadata-complete=\"false\"/>",
        "<web-app><display-name metadata-complete=\"true\">x</display-name></web-app>",
        "not XML"
      })
  void any_other_is_none(String descriptor) {
    assertThat(problem(Optional.of(descriptor))).isEmpty();
  }

  @Test
  void none_at_all_is_none() {
    assertThat(problem(Optional.empty())).isEmpty();
  }
}
