package dev.gatehouse.config;

import static dev.gatehouse.config.KnownSettings.AUDIENCES;
import static dev.gatehouse.config.KnownSettings.ENVIRONMENT;
import static dev.gatehouse.config.KnownSettings.ISSUER;
import static dev.gatehouse.config.KnownSettings.KEYS;
import static dev.gatehouse.config.KnownSettings.RESOURCE_ID;

/**
 * The properties that an operator has to change when tokens are not accepted.
 *
 * @param issuer decides the issuer
 * @param keys decides where the keys are
 * @param audiences decides the audience
 */
public record DecidingProperties(String issuer, String keys, String audiences) {
  static DecidingProperties of(SettingValues values) {
    return new DecidingProperties(
        (values.get(ISSUER).isPresent() ? ISSUER : ENVIRONMENT).name(),
        (values.get(KEYS).isPresent() ? KEYS : ENVIRONMENT).name(),
        (values.get(AUDIENCES).isEmpty() ? RESOURCE_ID : AUDIENCES).name());
  }

  /** Whether Scalekit's settings decide the issuer, and no standard ones. */
  public boolean isScalekit() {
    return issuer.equals(ENVIRONMENT.name());
  }
}
