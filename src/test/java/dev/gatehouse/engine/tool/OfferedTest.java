package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.tool.Icon;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is told of the methods beside their schemas: icons, warnings, and that nobody offers them.
 */
class OfferedTest {
  private static final String DATA = "data:image/png;base64,AAAA";

  @ApplicationScoped
  public static class Pictures {
    @Icon(src = "https://acme.com/a.png", mimeType = "image/png", sizes = "48x48")
    @Icon(src = DATA, theme = Icon.Theme.DARK)
    @Tool(description = "d")
    String tool() {
      return "";
    }

    @Icon(src = DATA)
    @Prompt
    String prompt() {
      return "";
    }

    @Icon(src = DATA)
    @Resource(uri = "a://b")
    String resource() {
      return "";
    }

    @Icon(src = DATA, sizes = "any")
    @ResourceTemplate(uriTemplate = "a://{id}")
    String template(String id) {
      return id;
    }
  }

  @ApplicationScoped
  public static class Wrong {
    @Icon(src = "http://acme.com/a.png")
    @Tool(description = "d")
    String plain() {
      return "";
    }

    @Icon(src = "javascript:alert(1)")
    @Tool(description = "d")
    String script() {
      return "";
    }

    @Icon(src = "data:text/html;base64,AAAA")
    @Tool(description = "d")
    String page() {
      return "";
    }

    @Icon(src = "https://user:secret@acme.com/a.png")
    @Tool(description = "d")
    String secret() {
      return "";
    }

    @Icon(src = DATA, mimeType = "text/html")
    @Prompt
    String type() {
      return "";
    }

    @Icon(src = DATA, sizes = "48")
    @Resource(uri = "a://b")
    String size() {
      return "";
    }
  }

  public record Node(String name, List<Node> children) {}

  @ApplicationScoped
  public static class Odd {
    @Tool(name = "a.b", description = "d")
    String dotted() {
      return "";
    }

    @Tool(name = "twenty_six_characters_long", description = "d")
    String named() {
      return "";
    }

    @Tool(description = "d")
    String tree(Node node) {
      return node.name();
    }

    @Tool(description = "d")
    Node grown() {
      return new Node("", List.of());
    }
  }

  /** No bean: its constructor wants something. */
  public static class Lost {
    public Lost(int value) {}

    @Tool(description = "d")
    String lost() {
      return "";
    }
  }

  /** No bean, but its heir is one. */
  public static class Parent extends Lost {
    public Parent() {
      super(1);
    }
  }

  public interface Spoken {
    @Tool(description = "d")
    String speak();
  }

  public abstract static class Sung {
    @Tool(description = "d")
    public String sing() {
      return "";
    }
  }

  /** What stands above it is told of there. */
  public abstract static class Hummed extends Sung {}

  @ApplicationScoped
  public static class Choir extends Sung implements Spoken {
    @Override
    public String speak() {
      return "";
    }
  }

  /** Meant for another deployment. */
  @Alternative
  @ApplicationScoped
  public static class Soloist extends Choir {}

  private static WeldContainer container(Class<?>... beans) {
    return new Weld()
        .disableDiscovery()
        .addBeanClasses(beans)
        .addExtensions(new ToolExtension(), new PromptExtension(), new ResourceExtension())
        .initialize();
  }

  @Test
  void icons_are_in_the_lists() {
    try (WeldContainer container = container(Pictures.class)) {
      ToolExtension tools = container.select(ToolExtension.class).get();
      assertThat(tools.tools().all().get(0).toJson(true).getJsonArray("icons").toString())
          .isEqualTo(
              """
              [{"src":"https://acme.com/a.png","mimeType":"image/png","sizes":["48x48"]},\
              {"src":"data:image/png;base64,AAAA","theme":"dark"}]""");
      assertThat(tools.problems()).isEmpty();
      assertThat(container.select(PromptExtension.class).get().problems()).isEmpty();
      assertThat(container.select(ResourceExtension.class).get().problems()).isEmpty();
    }
  }

  @Test
  void what_can_be_no_icon_is_refused() {
    try (WeldContainer container = container(Wrong.class)) {
      assertThat(container.select(ToolExtension.class).get().problems())
          .hasSize(4)
          .allMatch(problem -> problem.contains("an icon's src is an https: URL"));
      assertThat(container.select(PromptExtension.class).get().problems())
          .singleElement()
          .asString()
          .contains("mimeType");
      assertThat(container.select(ResourceExtension.class).get().problems())
          .singleElement()
          .asString()
          .contains("48x48");
    }
  }

  @Test
  void what_some_clients_cant_take_is_warned_of() {
    try (WeldContainer container = container(Odd.class)) {
      ToolExtension tools = container.select(ToolExtension.class).get();
      assertThat(tools.problems()).isEmpty();
      assertThat(tools.warnings("gatehouse"))
          .satisfiesExactly(
              dot -> assertThat(dot).contains("Tool a.b", "dot"),
              tree -> assertThat(tree).contains("Tool tree", "$ref"));
      assertThat(tools.warnings("x".repeat(35)))
          .anyMatch(
              warning -> warning.contains("twenty_six_characters_long") && warning.contains("60"));
      assertThat(tools.warnings("x".repeat(34))).noneMatch(warning -> warning.contains("60"));
    }
  }

  @Test
  void a_tool_in_a_class_that_is_no_bean_is_named() {
    try (WeldContainer container = container(Lost.class)) {
      assertThat(container.select(ToolExtension.class).get().problems())
          .singleElement()
          .asString()
          .contains("Lost.lost is not offered", "no bean");
      assertThat(container.select(PromptExtension.class).get().problems()).isEmpty();
    }
  }

  @Test
  void a_tool_that_a_bean_inherits_is_offered() {
    try (WeldContainer container = container(Lost.class, Parent.class)) {
      assertThat(container.select(ToolExtension.class).get().problems()).isEmpty();
    }
  }

  @Test
  void what_no_bean_implements_or_inherits_is_named() {
    try (WeldContainer container = container(Spoken.class, Sung.class, Hummed.class, Odd.class)) {
      assertThat(container.select(ToolExtension.class).get().problems())
          .satisfiesExactly(
              one -> assertThat(one).contains("Spoken.speak is not offered", "no bean implements"),
              two -> assertThat(two).contains("Sung.sing is not offered", "no bean implements"));
      assertThat(container.select(PromptExtension.class).get().problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Choir.class, Soloist.class})
  void what_a_bean_or_an_alternative_implements_is_not(Class<?> bean) {
    try (WeldContainer container = container(Spoken.class, Sung.class, Hummed.class, bean)) {
      assertThat(container.select(ToolExtension.class).get().problems()).isEmpty();
    }
  }
}
