/** The JSON-RPC 2.0 envelope: bytes to messages and back; knows nothing of MCP. */
package dev.gatehouse.jsonrpc;
