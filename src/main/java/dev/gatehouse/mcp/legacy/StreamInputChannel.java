package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.interaction.InputChannel;
import dev.gatehouse.engine.interaction.Question;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks the client while the call waits, one question after the other.
 *
 * @param atMost how long each question may take
 */
record StreamInputChannel(Session session, ResumableStream stream, Duration atMost)
    implements InputChannel {

  @Override
  public Map<String, JsonObject> request(
      Map<String, Question> open, Map<String, JsonObject> accepted) {
    Map<String, JsonObject> answers = new LinkedHashMap<>();
    open.forEach(
        (key, question) ->
            answers.put(
                key, session.ask(stream, question.method(), question.earlierParams(), atMost)));
    return answers;
  }
}
