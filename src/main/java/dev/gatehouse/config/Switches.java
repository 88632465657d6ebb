package dev.gatehouse.config;

import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator has switched off; the only settings that may change while the WAR is deployed.
 *
 * @param readOnly whether only tools that change nothing are there
 * @param maintenance what every call is answered with while it is set
 */
public record Switches(
    Set<String> disabledTools,
    Set<String> disabledPrompts,
    Set<String> disabledResources,
    boolean readOnly,
    Optional<String> maintenance) {
  /** Whose values say what is switched off. */
  public static final String TOOLS = "mcp.disabled.tools";

  public static final String PROMPTS = "mcp.disabled.prompts";
  public static final String RESOURCES = "mcp.disabled.resources";

  /** Nothing is switched off. */
  public static final Switches ALL_ON =
      new Switches(Set.of(), Set.of(), Set.of(), false, Optional.empty());

  public Switches {
    disabledTools = Set.copyOf(disabledTools);
    disabledPrompts = Set.copyOf(disabledPrompts);
    disabledResources = Set.copyOf(disabledResources);
  }

  /** What holds now; throws a SettingsException with all problems. */
  public static Switches load(Config config) {
    PropertySource source = new PropertySource(config);
    Switches switches = read(source);
    source.refuseIfBroken();
    return switches;
  }

  static Switches read(PropertySource source) {
    return new Switches(
        names(source, TOOLS),
        names(source, PROMPTS),
        names(source, RESOURCES),
        source.flag("mcp.read.only", false),
        source.text("mcp.maintenance.message"));
  }

  private static Set<String> names(PropertySource source, String setting) {
    return source.list(setting, entry -> entry).map(Set::copyOf).orElse(Set.of());
  }
}
