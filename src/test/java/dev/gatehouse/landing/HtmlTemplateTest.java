package dev.gatehouse.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {

  @Test
  void what_means_something_in_html_is_escaped() {
    assertThat(HtmlTemplate.escape("<b title='\"'>Tom & Jerry</b>"))
        .isEqualTo("&lt;b title=&#39;&quot;&#39;&gt;Tom &amp; Jerry&lt;/b&gt;");
    assertThat(HtmlTemplate.escape("&amp;")).isEqualTo("&amp;amp;");
  }

  @Test
  void other_text_is_left_as_it_is() {
    String text = "Grüße, 世界 \uD83D\uDE80\n\tand `${more}` {{url}}";
    assertThat(HtmlTemplate.escape(text)).isEqualTo(text);
  }

  @Test
  void what_is_no_character_is_shown_as_such() {
    assertThat(HtmlTemplate.escape("a\u0000b\u001Bc\u0085d\uD800e\r"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD");
  }

  @Test
  void two_braces_take_text_and_three_take_html() {
    assertThat(new HtmlTemplate("{{a}}|{{{a}}}|{{b}}").fill(Map.of("a", "<i>", "b", "$1\\")))
        .isEqualTo("&lt;i&gt;|<i>|$1\\");
  }

  @Test
  void what_fills_a_gap_has_no_gaps() {
    assertThat(new HtmlTemplate("{{a}}{{{a}}}").fill(Map.of("a", "{{{b}}}", "b", "<script>")))
        .isEqualTo("{{{b}}}{{{b}}}");
  }

  @Test
  void a_gap_that_nothing_fills_is_an_error() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HtmlTemplate("{{missing}}").fill(Map.of()))
        .withMessageContaining("missing");
  }
}
