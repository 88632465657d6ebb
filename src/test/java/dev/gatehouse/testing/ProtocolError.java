package dev.gatehouse.testing;

/**
 * An error of the protocol, which a client's program sees and its model does not.
 *
 * @param code of JSON-RPC or MCP, such as -32602
 * @param message what the client is told
 */
public record ProtocolError(int code, String message) {}
