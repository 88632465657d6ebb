package dev.gatehouse.resource;

import dev.gatehouse.content.ResourceUri;

/**
 * The CDI event that an application fires when a resource holds something else than before.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources#subscriptions">MCP
 *     notifications/resources/updated</a>
 */
public record ResourceUpdated(String uri) {

  public ResourceUpdated {
    ResourceUri.check(uri);
  }
}
