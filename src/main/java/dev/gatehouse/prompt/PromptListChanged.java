package dev.gatehouse.prompt;

/**
 * The CDI event that an application fires when other prompts are offered than before.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts#list-changed-notification">MCP
 *     notifications/prompts/list_changed</a>
 */
public record PromptListChanged() {}
