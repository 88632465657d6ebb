package dev.gatehouse.content;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A resource that the client may read; peers before 2025-06-18 don't know such links.
 *
 * @param uri of the resource, with a scheme
 * @param name of the resource, not blank
 * @param title a name for people
 * @param description what is to be found there
 * @param mimeType the contents' MIME type
 * @param size in bytes, not negative
 * @param annotations for whom it is, how important and how old
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#resourcelink">MCP
 *     ResourceLink</a>
 */
public record ResourceLink(
    String uri,
    String name,
    Optional<String> title,
    Optional<String> description,
    Optional<String> mimeType,
    OptionalLong size,
    Optional<Annotations> annotations)
    implements Content {

  /**
   * Checks the URI, the name and the size.
   *
   * @param uri of the resource, with a scheme
   * @param name of the resource, not blank
   * @param title a name for people
   * @param description what is to be found there
   * @param mimeType the contents' MIME type
   * @param size in bytes, not negative
   * @param annotations for whom it is, how important and how old
   * @throws IllegalArgumentException for what is no URI with a scheme, a blank name, or a negative
   *     size
   */
  public ResourceLink {
    ResourceUri.check(uri);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A linked resource has a name");
    }
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(mimeType, "mimeType");
    Objects.requireNonNull(annotations, "annotations");
    if (size.isPresent() && size.getAsLong() < 0) {
      throw new IllegalArgumentException("A size is not negative");
    }
  }

  /**
   * A link that says no more than it must.
   *
   * @param uri of the resource, with a scheme
   * @param name of the resource, not blank
   * @throws IllegalArgumentException for what is no URI with a scheme, or a blank name
   */
  public ResourceLink(String uri, String name) {
    this(
        uri,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  @Override
  public JsonObject toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("type", "resource_link").add("uri", uri).add("name", name);
    title.ifPresent(text -> json.add("title", text));
    description.ifPresent(text -> json.add("description", text));
    mimeType.ifPresent(type -> json.add("mimeType", type));
    size.ifPresent(bytes -> json.add("size", bytes));
    Annotations.add(annotations, json);
    return json.build();
  }
}
