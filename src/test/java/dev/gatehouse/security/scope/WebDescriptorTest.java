package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jar:file:%s/WEB-INF/lib/x.jar!/dev/X.class",
        "file:%s/WEB-INF/classes/dev/X.class",
      })
  void it_is_found_from_the_place_of_a_class(String place, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("WEB-INF/web.xml");
    URL inside = new URL(place.formatted(folder));
    assertThat(WebDescriptor.problem(inside)).isEmpty();
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<web-app metadata-complete=\"true\"/>");
    assertThat(WebDescriptor.problem(inside)).isPresent();
  }

  @Test
  void a_class_that_is_in_no_war_has_none() throws Exception {
    assertThat(WebDescriptor.problem(new URL("file:/opt/classes/dev/X.class"))).isEmpty();
  }
}
