package dev.gatehouse.content;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Objects;
import java.util.Optional;

/**
 * The contents of a resource, handed over at once.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/schema#embeddedresource">MCP
 *     EmbeddedResource</a>
 */
public record EmbeddedResource(ResourceContents resource, Optional<Annotations> annotations)
    implements Content {

  public EmbeddedResource {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(annotations, "annotations");
  }

  /** Without annotations. */
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
