package dev.gatehouse.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.content.ResourceUri;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriTemplateTest {
  private static final UriTemplate DATA = UriTemplate.parse("test://template/{id}/data");

  @ParameterizedTest
  @CsvSource({
    "test://template/123/data, 123",
    "test://template/a%20b/data, a b",
    "test://template/%C3%A9/data, é",
    "test://template/%c3%a9/data, é",
    "test://template/a@b:c;d=e&f/data, a@b:c;d=e&f",
    "test://template/.../data, ...",
    "test://template/%252F/data, %2F"
  })
  void a_variable_is_one_decoded_segment(String uri, String value) {
    assertThat(DATA.match(uri)).contains(Map.of("id", value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test://template//data",
        "test://template/data",
        "test://template/1/2/data",
        "test://template/1/data/",
        "test://template/1/data?x",
        "xtest://template/1/data",
        "TEST://template/1/data",
        "test://template/%/data",
        "test://template/%4/data",
        "test://template/%4g/data",
        "test://template/%+1/data",
        "test://template/%FF/data",
        "test://template/%C0%AF/data",
        "test://template/a%2Fb/data",
        "test://template/%2E%2E/data",
        "test://template/../data",
        "test://template/./data",
        "test://template/%00/data",
        "test://template/a?b/data",
        "test://template/a#b/data",
        "test://template/a b/data",
        "test://template/é/data",
        "test://template/\u0661/data",
        ""
      })
  void anything_else_is_another_resource(String uri) {
    assertThat(DATA.match(uri)).isEmpty();
  }

  @Test
  void a_variable_ends_where_the_text_behind_it_first_occurs() {
    UriTemplate template = UriTemplate.parse("file:///{name}.{type}");
    assertThat(template.match("file:///a.tar.gz")).contains(Map.of("name", "a", "type", "tar.gz"));
    assertThat(template.match("file:///a.")).isEmpty();
    assertThat(template.match("file:///.a")).isEmpty();
    assertThat(template.match("file:///a")).isEmpty();
  }

  @Test
  void several_segments_are_several_variables() {
    UriTemplate template = UriTemplate.parse("db://{table}/{row}");
    assertThat(template.match("db://t/7")).contains(Map.of("table", "t", "row", "7"));
    assertThat(template.match("db://t/7/8")).isEmpty();
    assertThat(template.match("db://t/")).isEmpty();
    assertThat(template.names()).containsExactly("table", "row");
  }

  @Test
  void fixed_parts_may_not_overlap() {
    assertThat(UriTemplate.parse("a:bb{x}bb").match("a:bbb")).isEmpty();
    assertThat(UriTemplate.parse("a:{x}bb{y}bb").match("a:1bb2bb"))
        .contains(Map.of("x", "1", "y", "2"));
    assertThat(UriTemplate.parse("a:{x}bb{y}bb").match("a:1bb")).isEmpty();
    assertThat(UriTemplate.parse("a:{x}bb{y}bb").match("a:1bbbb")).isEmpty();
  }

  @Test
  void what_matches_can_be_the_uri_of_contents() {
    String uri = "a:b/%41-._~!$&'()*+,;=:@";
    assertThat(UriTemplate.parse("a:b/{x}").match(uri)).contains(Map.of("x", "A-._~!$&'()*+,;=:@"));
    assertThat(ResourceUri.check(uri)).isEqualTo(uri);
    String host = "n://-._~!$&'()*+,;=:@%41";
    assertThat(UriTemplate.parse("n://{x}").match(host)).isPresent();
    assertThat(ResourceUri.check(host)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "test://fixed",
        "{scheme}://a",
        "no-scheme/{id}",
        "test://{id",
        "test://id}",
        "test://{}",
        "test://{+path}",
        "test://a{?query}",
        "test://{list*}",
        "test://{id:3}",
        "test://{a}{b}",
        "test://{a}/{a}",
        "test://a b/{id}"
      })
  void a_template_that_cannot_be_matched_is_not_made(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> UriTemplate.parse(text));
  }
}
