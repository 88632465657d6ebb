package dev.gatehouse.content;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Objects;
import java.util.Optional;

/**
 * The contents of a resource, handed over at once.
 *
 * @param resource text or bytes, with the URI of the resource
 * @param annotations for whom it is, how important and how old
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/schema#embeddedresource">MCP
 *     EmbeddedResource</a>
 */
public record EmbeddedResource(ResourceContents resource, Optional<Annotations> annotations)
    implements Content {

  /**
   * Checks that nothing is missing.
   *
   * @param resource text or bytes, with the URI of the resource
   * @param annotations for whom it is, how important and how old
   * @throws NullPointerException for null
   */
  public EmbeddedResource {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(annotations, "annotations");
  }

  /**
   * Without annotations.
   *
   * @param resource text or bytes, with the URI of the resource
   */
  public EmbeddedResource(ResourceContents resource) {
    this(resource, Optional.empty());
  }

  @Override
  public JsonObject toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("type", "resource").add("resource", resource.toJson());
    Annotations.add(annotations, json);
    return json.build();
  }
}
