package dev.gatehouse.tool;

/**
 * The CDI event that an application fires when other tools are offered than before.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">MCP
 *     notifications/tools/list_changed</a>
 */
public record ToolListChanged() {}
