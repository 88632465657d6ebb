package dev.gatehouse.config;

import static dev.gatehouse.config.KnownSettings.DISABLED_PROMPTS;
import static dev.gatehouse.config.KnownSettings.DISABLED_RESOURCES;
import static dev.gatehouse.config.KnownSettings.DISABLED_TOOLS;
import static dev.gatehouse.config.KnownSettings.MAINTENANCE;
import static dev.gatehouse.config.KnownSettings.READ_ONLY;

import java.util.List;
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
  public static final String TOOLS = DISABLED_TOOLS.name();

  public static final String PROMPTS = DISABLED_PROMPTS.name();
  public static final String RESOURCES = DISABLED_RESOURCES.name();

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
    Switches switches =
        of(
            new SettingValues(
                source,
                List.of(
                    DISABLED_TOOLS, DISABLED_PROMPTS, DISABLED_RESOURCES, READ_ONLY, MAINTENANCE)));
    source.refuseIfBroken(List.of());
    return switches;
  }

  static Switches of(SettingValues values) {
    return new Switches(
        Set.copyOf(values.get(DISABLED_TOOLS)),
        Set.copyOf(values.get(DISABLED_PROMPTS)),
        Set.copyOf(values.get(DISABLED_RESOURCES)),
        values.get(READ_ONLY),
        values.get(MAINTENANCE));
  }
}
