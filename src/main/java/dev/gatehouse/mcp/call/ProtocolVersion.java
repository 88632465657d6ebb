package dev.gatehouse.mcp.call;

import java.util.List;

/**
 * The protocol's revisions. They are dates, so they compare as strings.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/versioning">MCP versioning</a>
 */
public final class ProtocolVersion {
  /** The first revision without a handshake. */
  static final String MODERN = "2026-07-28";

  /** What the modern era answers for. */
  public static final List<String> MODERN_SUPPORTED = List.of(MODERN);

  /** The newest revision with a handshake. */
  public static final String NEWEST_LEGACY = "2025-11-25";

  /** The first revision with titles, structured content and without batches. */
  public static final String STRUCTURED = "2025-06-18";

  /** The oldest revision, and what a peer without a version header is taken for. */
  public static final String OLDEST = "2025-03-26";

  /** What the legacy era answers for, newest first. */
  public static final List<String> LEGACY_SUPPORTED = List.of(NEWEST_LEGACY, STRUCTURED, OLDEST);

  private ProtocolVersion() {}

  /** What the handshake agrees on with a client that asks for this version. */
  public static String negotiated(String requested) {
    return LEGACY_SUPPORTED.contains(requested) ? requested : NEWEST_LEGACY;
  }

  static boolean isSupported(String version) {
    return MODERN_SUPPORTED.contains(version) || LEGACY_SUPPORTED.contains(version);
  }

  public static boolean isModern(String version) {
    return version.compareTo(MODERN) >= 0;
  }
}
