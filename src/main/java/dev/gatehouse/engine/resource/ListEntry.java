package dev.gatehouse.engine.resource;

import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** What an annotation says or leaves empty, in the lists of resources and templates. */
final class ListEntry {
  private ListEntry() {}

  static Optional<String> given(String text) {
    return Optional.of(text).filter(present -> !present.isBlank());
  }

  static void add(JsonObjectBuilder json, String member, String text) {
    given(text).ifPresent(present -> json.add(member, present));
  }
}
