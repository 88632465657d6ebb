/**
 * Calls that go on when their client has left (SEP-2663, {@code io.modelcontextprotocol/tasks}).
 */
package dev.gatehouse.mcp.modern.task;
