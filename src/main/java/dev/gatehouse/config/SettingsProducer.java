package dev.gatehouse.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once per deployment. */
@ApplicationScoped
class SettingsProducer {

  @Produces
  @Singleton
  static Settings settings() {
    return Settings.load(ConfigProvider.getConfig());
  }
}
