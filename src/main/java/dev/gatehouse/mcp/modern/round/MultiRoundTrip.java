package dev.gatehouse.mcp.modern.round;

import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.engine.interaction.InputChannel;
import dev.gatehouse.engine.interaction.OpenQuestions;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.call.ResultType;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls in several rounds: the client carries the answers so far, sealed, and any node goes on.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">MCP
 *     multi round-trip requests</a>
 */
public record MultiRoundTrip(StateSeal seal, Clock clock) {

  /** This round of a call, opened from what the client sent. */
  public Round open(JsonObject params, String caller, String method, PreparedCall work) {
    // Digests: not for the many calls that need no second round.
    Supplier<StateBinding> binding =
        () -> StateBinding.of(caller, method, work.name(), work.arguments());
    JsonObject responses = responses(params);
    Optional<RequestState> state = state(params, binding);
    return new Round(
        this,
        binding,
        state,
        params.get("requestState") instanceof JsonString sealed ? sealed.getString() : "",
        state
            .map(known -> known.answers(responses))
            .orElseGet(() -> RequestState.unasked(responses)));
  }

  private static JsonObject responses(JsonObject params) {
    JsonObject responses = Params.object(params, "inputResponses");
    if (responses.size() > Input.MAX_KEYS) {
      throw Params.invalid("params.inputResponses has more than " + Input.MAX_KEYS + " members");
    }
    return responses;
  }

  private Optional<RequestState> state(JsonObject params, Supplier<StateBinding> binding) {
    if (!params.containsKey("requestState")) {
      return Optional.empty();
    }
    if (!(params.get("requestState") instanceof JsonString text)) {
      throw Params.invalid("params.requestState must be a string");
    }
    try {
      return Optional.of(seal.open(text.getString(), binding.get(), clock.instant()));
    } catch (InvalidStateException e) {
      throw Params.invalid(e.getMessage());
    }
  }

  /** One round: what is known, and how the next is asked for. */
  public record Round(
      MultiRoundTrip rounds,
      Supplier<StateBinding> binding,
      Optional<RequestState> before,
      String sealed,
      Map<String, JsonObject> answers) {

    /** From here on, the state counts as used where each may be used once. */
    public void spend() {
      if (before.isPresent()) {
        try {
          rounds.seal.spend(sealed, before.get(), rounds.clock.instant());
        } catch (InvalidStateException e) {
          throw Params.invalid(e.getMessage());
        }
      }
    }

    /** What the state was spent for did not begin, so that it can be sent again. */
    public void giveBack() {
      before.ifPresent(state -> rounds.seal.giveBack(sealed));
    }

    public Input input(ClientCapabilities capabilities) {
      return InputChannel.NEXT_RUN.input(capabilities, answers);
    }

    /** The result that asks for more. */
    public JsonObjectBuilder inputRequired(OpenQuestions e) {
      Instant now = rounds.clock.instant();
      Set<String> asked = e.open().keySet();
      RequestState state =
          before
              .map(known -> known.next(e.accepted(), asked, now))
              .orElseGet(() -> RequestState.first(binding.get(), asked, now));
      return Json.createObjectBuilder()
          .add("resultType", ResultType.INPUT_REQUIRED.wireName())
          .add("inputRequests", e.inputRequests())
          .add("requestState", rounds.seal.seal(state));
    }
  }
}
