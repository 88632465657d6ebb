package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.InputResponse;
import dev.gatehouse.interaction.RootsResponse;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Reads the directories that a client tells. */
final class RootsAnswer {
  private RootsAnswer() {}

  static Optional<InputResponse> read(JsonObject answer) {
    if (!(answer.get("roots") instanceof JsonArray array)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RootsResponse(array.stream().map(RootsAnswer::root).toList()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RootsResponse.Root root(JsonValue value) {
    if (value instanceof JsonObject root && root.get("uri") instanceof JsonString uri) {
      return new RootsResponse.Root(uri.getString(), name(root));
    }
    throw new IllegalArgumentException("A root has a URI");
  }

  private static Optional<String> name(JsonObject root) {
    return root.get("name") instanceof JsonString name
        ? Optional.of(name.getString())
        : Optional.empty();
  }
}
