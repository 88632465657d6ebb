package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.InputRequest;
import dev.gatehouse.interaction.InputResponse;
import dev.gatehouse.interaction.InputResponses;
import dev.gatehouse.interaction.MissingCapabilityException;
import dev.gatehouse.interaction.UnansweredException;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Asks through a channel, until every answer fits. */
final class ClientInput implements Input {
  private final ClientCapabilities capabilities;
  private final AcceptedAnswers answers;
  private final InputChannel channel;
  private int rounds;

  ClientInput(
      ClientCapabilities capabilities, Map<String, JsonObject> answers, InputChannel channel) {
    this.capabilities = capabilities;
    this.answers = new AcceptedAnswers(answers);
    this.channel = channel;
  }

  @Override
  public boolean supports(Capability capability) {
    return capabilities.has(capability);
  }

  @Override
  public InputResponses ask(Map<String, InputRequest> requests) {
    answers.checkKeys(requests.keySet());
    Map<String, Question> questions = new LinkedHashMap<>();
    requests.forEach((key, request) -> questions.put(key, Question.of(request)));
    Map<String, InputResponse> responses = new LinkedHashMap<>();
    Map<String, Question> open = read(questions, responses);
    while (!open.isEmpty()) {
      demand(open);
      if (++rounds > MAX_ROUNDS) {
        throw new UnansweredException("There was no usable answer to " + open.keySet());
      }
      answers.add(channel.request(open, answers.accepted()));
      open = read(open, responses);
    }
    return new InputResponses(responses);
  }

  /** Reads what there is; what is left has to be asked for. */
  private Map<String, Question> read(
      Map<String, Question> questions, Map<String, InputResponse> responses) {
    Map<String, Question> open = new LinkedHashMap<>();
    questions.forEach(
        (key, question) ->
            answers
                .read(key, question)
                .ifPresentOrElse(
                    response -> responses.put(key, response), () -> open.put(key, question)));
    return open;
  }

  private void demand(Map<String, Question> open) {
    Set<Capability> missing = EnumSet.noneOf(Capability.class);
    open.values().forEach(question -> missing.addAll(question.needs()));
    missing.removeAll(capabilities.declared());
    if (!missing.isEmpty()) {
      String message = "The client must declare " + ClientCapabilities.toJson(missing);
      throw new MissingCapabilityException(message, missing);
    }
  }
}
