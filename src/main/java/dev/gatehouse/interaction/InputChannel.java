package dev.gatehouse.interaction;

import jakarta.json.JsonObject;
import java.util.Map;

/** Takes the questions of one call to its client, in the way of its era. */
public interface InputChannel {

  /**
   * The raw answers, by the keys of {@code open}; keys may be missing, and values may be of any
   * shape.
   *
   * @param open what to ask now, in this order; never empty
   * @param accepted the answers of this call that need not be asked for again
   * @throws InputRequiredException where the answers come with another request
   * @throws UnansweredException when the client is gone, too late, or answers with an error
   */
  Map<String, JsonObject> request(Map<String, InputRequest> open, Map<String, JsonObject> accepted);
}
