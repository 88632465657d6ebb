package dev.gatehouse.mcp;

import dev.gatehouse.client.InputChannel;
import dev.gatehouse.client.InputRequest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks the client while the call waits, one question after the other.
 *
 * @param atMost how long each question may take
 */
record LegacyInputChannel(LegacySession session, LegacyStream stream, Duration atMost)
    implements InputChannel {

  @Override
  public Map<String, JsonObject> request(
      Map<String, InputRequest> open, Map<String, JsonObject> accepted) {
    Map<String, JsonObject> answers = new LinkedHashMap<>();
    open.forEach(
        (key, question) ->
            answers.put(
                key, session.ask(stream, question.method(), question.legacyParams(), atMost)));
    return answers;
  }
}
