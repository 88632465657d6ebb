package dev.gatehouse.content;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a client may use to choose among content: its audience (anybody when empty), its priority
 * from 0 to 1, and when it last changed.
 *
 * @param audience for whom it is; for anybody when empty
 * @param priority how important it is, from 0 to 1
 * @param lastModified when it last changed
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#annotations">MCP
 *     Annotations</a>
 */
public record Annotations(
    Set<Role> audience, OptionalDouble priority, Optional<Instant> lastModified) {

  /**
   * Copies the audience.
   *
   * @param audience for whom it is; for anybody when empty
   * @param priority how important it is, from 0 to 1
   * @param lastModified when it last changed
   * @throws IllegalArgumentException for a priority that is not between 0 and 1
   */
  public Annotations {
    audience = Set.copyOf(audience);
    Objects.requireNonNull(lastModified, "lastModified");
    if (priority.isPresent() && !(priority.getAsDouble() >= 0 && priority.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("A priority is between 0 and 1");
    }
  }

  /**
   * Content for these only.
   *
   * @param audience one or both
   * @return annotations without priority and time
   */
  public static Annotations audience(Role... audience) {
    return new Annotations(Set.of(audience), OptionalDouble.empty(), Optional.empty());
  }

  /**
   * Content that is this important.
   *
   * @param priority from 0 to 1
   * @return annotations without audience and time
   * @throws IllegalArgumentException when it is not between 0 and 1
   */
  public static Annotations priority(double priority) {
    return new Annotations(Set.of(), OptionalDouble.of(priority), Optional.empty());
  }

  static void add(Optional<Annotations> annotations, JsonObjectBuilder json) {
    annotations.ifPresent(present -> json.add("annotations", present.toJson()));
  }

  /** {@return the annotations as they go over the wire} */
  public JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (!audience.isEmpty()) {
      json.add(
          "audience", Json.createArrayBuilder(audience.stream().sorted().map(Role::word).toList()));
    }
    priority.ifPresent(value -> json.add("priority", value));
    lastModified.ifPresent(time -> json.add("lastModified", time.toString()));
    return json.build();
  }
}
