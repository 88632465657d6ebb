package dev.gatehouse.resource;

/**
 * The CDI event that an application fires when other resources are offered than before.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">MCP
 *     notifications/resources/list_changed</a>
 */
public record ResourceListChanged() {}
