package dev.gatehouse.interaction;

/**
 * Asks which directories the user works in. Deprecated by the protocol since 2026-07-28.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/roots">MCP
 *     roots</a>
 */
public record RootsRequest() implements InputRequest {}
