package dev.gatehouse.it.conformance;

/** What a token needs for the fixture. */
final class FixtureScope {
  static final String USE = "fixture:use";

  private FixtureScope() {}
}
