package dev.gatehouse.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What some settings are set to, or else their defaults. */
final class SettingValues {
  private final Map<String, Object> values = new HashMap<>();

  /** Reads them; what is wrong is reported to the source, and such values must not be used. */
  SettingValues(PropertySource source, List<? extends Setting<?>> settings) {
    settings.forEach(setting -> values.put(setting.name(), source.read(setting)));
  }

  /** The setting's own rule or fallback made the value. */
  @SuppressWarnings("unchecked")
  <T> T get(Setting<T> setting) {
    return (T) values.get(setting.name());
  }
}
