package dev.gatehouse.resource;

import dev.gatehouse.content.ResourceUri;

/**
 * The CDI event that an application fires when a resource holds something else than before. Clients
 * of this node that listen to it are told, in both eras.
 *
 * @param uri the resource's, as clients read it
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">MCP
 *     notifications/resources/updated</a>
 */
public record ResourceUpdated(String uri) {

  /**
   * Checks the URI.
   *
   * @param uri the resource's, as clients read it
   * @throws IllegalArgumentException for what is no URI with a scheme
   */
  public ResourceUpdated {
    ResourceUri.check(uri);
  }
}
