package dev.gatehouse.it.conformance;

/** What a token needs for the fixture. */
public final class FixtureScope {
  public static final String USE = "fixture:use";

  private FixtureScope() {}
}
