package dev.gatehouse.prompt;

/**
 * The CDI event that an application fires when other prompts are offered than before.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">MCP
 *     notifications/prompts/list_changed</a>
 */
public record PromptListChanged() {}
