package dev.gatehouse.resource;

/**
 * The CDI event that an application fires when other resources are offered than before.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources#list-changed-notification">MCP
 *     notifications/resources/list_changed</a>
 */
public record ResourceListChanged() {}
