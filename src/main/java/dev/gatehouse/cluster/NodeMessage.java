package dev.gatehouse.cluster;

import jakarta.json.JsonObject;
import java.util.Objects;

/**
 * What one node tells the others.
 *
 * @param kind who takes it
 * @param target what it is about, such as the digest of a session's id; may be empty
 */
public record NodeMessage(String kind, String target, JsonObject body) {
  public NodeMessage {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(body, "body");
  }
}
