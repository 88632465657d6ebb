package dev.gatehouse.support.standin;

/** The two values that Scalekit puts into {@code iss}, between which it is migrating. */
public enum IssuerForm {
  /** The environment URL, as in today's tokens. */
  ENVIRONMENT,
  /** {@code <environment>/resources/<resource id>}. */
  RESOURCE
}
