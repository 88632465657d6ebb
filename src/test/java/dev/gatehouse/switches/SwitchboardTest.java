package dev.gatehouse.switches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.config.Switches;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.completion.CompletionRegistry;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.prompt.PromptListChanged;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceListChanged;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolListChanged;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
  @ApplicationScoped
  static class Beans {
    @Tool(description = "Reads", readOnly = true)
    void look() {}

    @Tool(description = "Writes")
    void write() {}

    @Prompt(description = "Greets")
    String welcome(@PromptArg(description = "whom") String name) {
      return name;
    }

    @CompletePrompt("welcome")
    List<String> names(@CompleteArg String name) {
      return List.of();
    }

    @Resource(uri = "note://today", name = "today")
    String today() {
      return "";
    }

    @ResourceTemplate(uriTemplate = "note://by/{owner}", name = "notes")
    String notes(String owner) {
      return "";
    }
  }

  @ApplicationScoped
  static class Announced {
    private final List<String> lists = new ArrayList<>();

    void tools(@Observes ToolListChanged event) {
      lists.add("tools");
    }

    void prompts(@Observes PromptListChanged event) {
      lists.add("prompts");
    }

    void resources(@Observes ResourceListChanged event) {
      lists.add("resources");
    }

    List<String> lists() {
      return lists;
    }
  }

  /** Values that change while the configuration is in use. */
  private static final class Changing implements ConfigSource {
    private final Map<String, String> values = new HashMap<>();

    @Override
    public Set<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public String getValue(String name) {
      return values.get(name);
    }

    @Override
    public String getName() {
      return "changing";
    }
  }

  private final Changing source = new Changing();
  private final WeldContainer container =
      new Weld()
          .disableDiscovery()
          .addPackage(false, ToolRegistry.class)
          .addPackage(false, PromptRegistry.class)
          .addPackage(false, ResourceRegistry.class)
          .addPackage(false, CompletionRegistry.class)
          .addBeanClasses(Beans.class, Announced.class)
          .addExtensions(
              new ToolExtension(),
              new PromptExtension(),
              new ResourceExtension(),
              new CompletionExtension())
          .initialize();
  private final List<String> announced = container.select(Announced.class).get().lists();
  private final Switchboard switchboard = new Switchboard();

  SwitchboardTest() {
    switchboard.tools = container.select(ToolRegistry.class).get();
    switchboard.prompts = container.select(PromptRegistry.class).get();
    switchboard.resources = container.select(ResourceRegistry.class).get();
    switchboard.toolsChanged = container.event().select(ToolListChanged.class);
    switchboard.promptsChanged = container.event().select(PromptListChanged.class);
    switchboard.resourcesChanged = container.event().select(ResourceListChanged.class);
    Config config = new SmallRyeConfigBuilder().withSources(source).build();
    switchboard.prepare(Switches.load(config), config);
  }

  @AfterEach
  void close() {
    container.close();
  }

  private void set(String name, String value) {
    source.values.put(name, value);
    switchboard.refresh();
  }

  private Stream<Declaration> all() {
    return Stream.of(
            container.getBeanManager().getExtension(ToolExtension.class).declarations(),
            container.getBeanManager().getExtension(PromptExtension.class).declarations(),
            container.getBeanManager().getExtension(ResourceExtension.class).declarations(),
            container.getBeanManager().getExtension(CompletionExtension.class).declarations())
        .flatMap(some -> some.stream());
  }

  private List<String> off() {
    return all()
        .filter(declaration -> !switchboard.isOn(declaration))
        .map(Declaration::name)
        .sorted()
        .toList();
  }

  private Optional<String> refusal(String name) {
    return switchboard.refusal(
        all().filter(declaration -> declaration.name().equals(name)).findFirst().orElseThrow());
  }

  @Test
  void everything_is_on_unless_somebody_switches_it_off() {
    switchboard.refresh();
    assertThat(off()).isEmpty();
    assertThat(refusal("write")).isEmpty();
    assertThat(announced).isEmpty();
  }

  @Test
  void a_tool_is_switched_off_and_on_again() {
    set("mcp.disabled.tools", "write");
    assertThat(off()).containsExactly("write");
    assertThat(refusal("write")).contains("write is switched off");
    assertThat(refusal("look")).isEmpty();
    assertThat(announced).containsExactly("tools");

    switchboard.refresh();
    assertThat(announced).containsExactly("tools");

    set("mcp.disabled.tools", "");
    assertThat(off()).isEmpty();
    assertThat(announced).containsExactly("tools", "tools");
  }

  @Test
  void a_prompt_takes_its_completions_along() {
    set("mcp.disabled.prompts", "welcome");
    assertThat(off()).containsExactly("names", "welcome");
    assertThat(announced).containsExactly("prompts");
  }

  @Test
  void resources_and_templates_are_switched_off_by_name() {
    set("mcp.disabled.resources", "today, notes");
    assertThat(off()).containsExactly("notes", "today");
    assertThat(announced).containsExactly("resources");
  }

  @Test
  void read_only_leaves_the_tools_that_say_so() {
    set("mcp.read.only", "true");
    assertThat(off()).containsExactly("write");
    assertThat(refusal("write").orElseThrow()).contains("read-only");
    assertThat(announced).containsExactly("tools");

    set("mcp.disabled.tools", "write");
    assertThat(announced).containsExactly("tools");
  }

  @Test
  void a_maintenance_message_answers_every_call_and_changes_no_list() {
    set("mcp.maintenance.message", "Back at noon");
    assertThat(refusal("look")).contains("Back at noon");
    assertThat(refusal("welcome")).contains("Back at noon");
    assertThat(off()).isEmpty();
    assertThat(announced).isEmpty();
  }

  @Test
  void what_cant_be_read_moves_no_switch() {
    set("mcp.disabled.tools", "write");
    set("mcp.read.only", "perhaps");
    set("mcp.disabled.tools", "look");
    assertThat(off()).containsExactly("write");

    set("mcp.read.only", "false");
    assertThat(off()).containsExactly("look");
  }

  @Test
  void a_name_that_is_not_there_switches_nothing() {
    set("mcp.disabled.tools", "wirte, Write");
    assertThat(off()).isEmpty();
    assertThat(announced).isEmpty();
  }
}
