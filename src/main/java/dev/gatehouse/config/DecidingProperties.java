package dev.gatehouse.config;

/**
 * The properties that an operator has to change when tokens are not accepted.
 *
 * @param issuer decides the issuer
 * @param keys decides where the keys are
 * @param audiences decides the audience
 */
public record DecidingProperties(String issuer, String keys, String audiences) {
  /** Whether Scalekit's settings decide the issuer, and no standard ones. */
  public boolean isScalekit() {
    return issuer.equals(Scalekit.ENVIRONMENT);
  }
}
