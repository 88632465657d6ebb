package dev.gatehouse.interaction;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directories that the user works in, on the client's machine; may be none. */
public record RootsResponse(List<Root> roots) implements InputResponse {
  public RootsResponse {
    roots = List.copyOf(roots);
  }

  /** A directory or file: a {@code file://} URI as the client wrote it, and its display name. */
  public record Root(String uri, Optional<String> name) {}

  static Optional<RootsResponse> of(JsonObject answer) {
    if (!(answer.get("roots") instanceof JsonArray array)) {
      return Optional.empty();
    }
    List<Root> roots = new ArrayList<>();
    array.forEach(value -> root(value).ifPresent(roots::add));
    return roots.size() == array.size() ? Optional.of(new RootsResponse(roots)) : Optional.empty();
  }

  private static Optional<Root> root(JsonValue value) {
    return value instanceof JsonObject root
            && root.get("uri") instanceof JsonString uri
            && uri.getString().startsWith("file://")
        ? Optional.of(new Root(uri.getString(), name(root)))
        : Optional.empty();
  }

  private static Optional<String> name(JsonObject root) {
    return root.get("name") instanceof JsonString name
        ? Optional.of(name.getString())
        : Optional.empty();
  }
}
