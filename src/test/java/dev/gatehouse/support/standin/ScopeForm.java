package dev.gatehouse.support.standin;

/** Which claims of an access token carry its scopes. */
public enum ScopeForm {
  /** {@code scope} and {@code scopes}, as Scalekit does it. */
  BOTH,
  /** {@code scope} only, separated by spaces. */
  STRING,
  /** {@code scopes} only, an array. */
  ARRAY,
  /** Neither. */
  NONE
}
