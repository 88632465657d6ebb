package dev.gatehouse.run.bench;

/** How a client speaks. */
enum Era {
  EARLIER("2025-11-25"),
  MODERN("2026-07-28");

  final String version;

  Era(String version) {
    this.version = version;
  }
}
