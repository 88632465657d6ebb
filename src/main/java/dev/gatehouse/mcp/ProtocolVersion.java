package dev.gatehouse.mcp;

import java.util.List;

/**
 * The protocol's revisions. They are dates, so they compare as strings.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/versioning">MCP versioning</a>
 */
final class ProtocolVersion {
  /** The first revision without a handshake. */
  static final String MODERN = "2026-07-28";

  /** What the modern era answers for. */
  static final List<String> MODERN_SUPPORTED = List.of(MODERN);

  /** The newest revision with a handshake. */
  static final String NEWEST_LEGACY = "2025-11-25";

  /** The first revision with titles, structured content and without batches. */
  static final String STRUCTURED = "2025-06-18";

  /** The oldest revision, and what a peer without a version header is taken for. */
  static final String OLDEST = "2025-03-26";

  /** What the legacy era answers for, newest first. */
  static final List<String> LEGACY_SUPPORTED = List.of(NEWEST_LEGACY, STRUCTURED, OLDEST);

  private ProtocolVersion() {}

  /** What the handshake agrees on with a client that asks for this version. */
  static String negotiated(String requested) {
    return LEGACY_SUPPORTED.contains(requested) ? requested : NEWEST_LEGACY;
  }

  static boolean isSupported(String version) {
    return MODERN_SUPPORTED.contains(version) || LEGACY_SUPPORTED.contains(version);
  }

  static boolean isModern(String version) {
    return version.compareTo(MODERN) >= 0;
  }
}
