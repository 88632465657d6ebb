package dev.gatehouse.switches;

import dev.gatehouse.config.Settings;
import dev.gatehouse.config.SettingsException;
import dev.gatehouse.config.Switches;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.prompt.PromptListChanged;
import dev.gatehouse.resource.ResourceListChanged;
import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Knows what is switched off, and looks again when told to. */
@ApplicationScoped
public class Switchboard {
  private static final Logger LOG = System.getLogger(Switchboard.class.getName());

  private volatile ResolvedSwitches position;
  private Config config;
  private List<String> problems = List.of();

  @Inject ToolRegistry tools;
  @Inject PromptRegistry prompts;
  @Inject ResourceRegistry resources;
  @Inject Event<ToolListChanged> toolsChanged;
  @Inject Event<PromptListChanged> promptsChanged;
  @Inject Event<ResourceListChanged> resourcesChanged;

  @Inject
  void prepare(Settings settings) {
    // A scheduler's thread might find another application's.
    prepare(settings.switches(), ConfigProvider.getConfig());
  }

  void prepare(Switches switches, Config source) {
    config = source;
    position = ResolvedSwitches.of(switches, tools, prompts, resources);
    if (!switches.equals(Switches.ALL_ON)) {
      tell(position);
    }
  }

  /** Whether this is there for anybody at all. */
  public boolean isOn(Declaration declaration) {
    return position.isOn(declaration);
  }

  /** What callers are told instead of an answer; empty for what runs. */
  public Optional<String> refusal(Declaration declaration) {
    return position.refusal(declaration);
  }

  /**
   * Reads the switches again, and announces lists that changed. Switches that can't be read stay
   * where they are.
   */
  public synchronized void refresh() {
    try {
      Switches switches = Switches.load(config);
      problems = List.of();
      if (!switches.equals(position.switches())) {
        move(ResolvedSwitches.of(switches, tools, prompts, resources));
      }
    } catch (SettingsException e) {
      if (!e.problems().equals(problems)) {
        problems = e.problems();
        LOG.log(Level.WARNING, "The switches stay as they are: " + String.join(" ", problems));
      }
    }
  }

  private void move(ResolvedSwitches to) {
    ResolvedSwitches from = position;
    position = to;
    tell(to);
    if (!from.tools().equals(to.tools())) {
      toolsChanged.fire(new ToolListChanged());
    }
    if (!from.prompts().equals(to.prompts())) {
      promptsChanged.fire(new PromptListChanged());
    }
    if (!from.resources().equals(to.resources())) {
      resourcesChanged.fire(new ResourceListChanged());
    }
  }

  private static void tell(ResolvedSwitches position) {
    Switches switches = position.switches();
    LOG.log(
        Level.WARNING,
        "Switched off: tools {0}, prompts {1}, resources {2}; read-only: {3}; maintenance: {4}",
        switches.disabledTools(),
        switches.disabledPrompts(),
        switches.disabledResources(),
        switches.readOnly(),
        switches.maintenance().isPresent());
    position.remarks().forEach(remark -> LOG.log(Level.WARNING, remark));
  }
}
