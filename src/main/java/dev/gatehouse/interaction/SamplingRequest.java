package dev.gatehouse.interaction;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Asks the client's model to go on with a conversation; each method returns a changed copy.
 * Deprecated by the protocol since 2026-07-28, and so for what exists only.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/sampling">MCP
 *     sampling</a>
 */
public final class SamplingRequest implements InputRequest {

  /** Whose context the client may add. */
  public enum Context {
    THIS_SERVER("thisServer"),
    ALL_SERVERS("allServers");

    private final String wireName;

    Context(String wireName) {
      this.wireName = wireName;
    }
  }

  private static final String CONTEXT = "includeContext";

  private final JsonObject params;

  private SamplingRequest(JsonObject params) {
    this.params = params;
  }

  /** At most {@code maxTokens} tokens in answer to these messages; both at least one. */
  public static SamplingRequest of(int maxTokens, List<SamplingMessage> messages) {
    if (maxTokens < 1 || messages.isEmpty()) {
      throw new IllegalArgumentException("Sampling needs a message and at least one token");
    }
    var array = Json.createArrayBuilder();
    messages.forEach(message -> array.add(message.toJson()));
    return new SamplingRequest(
        Json.createObjectBuilder().add("messages", array).add("maxTokens", maxTokens).build());
  }

  /** At most {@code maxTokens} tokens in answer to what the user says. */
  public static SamplingRequest of(int maxTokens, String userText) {
    return of(maxTokens, List.of(SamplingMessage.user(userText)));
  }

  public SamplingRequest systemPrompt(String text) {
    return with("systemPrompt", Json.createValue(text));
  }

  /** From 0, usually to 1. */
  public SamplingRequest temperature(double temperature) {
    if (!Double.isFinite(temperature) || temperature < 0) {
      throw new IllegalArgumentException("A temperature is 0 or more");
    }
    return with("temperature", Json.createValue(temperature));
  }

  public SamplingRequest stopSequences(List<String> texts) {
    return with("stopSequences", Json.createArrayBuilder(texts).build());
  }

  /** {@code hints}, {@code costPriority}, {@code speedPriority}, {@code intelligencePriority}. */
  public SamplingRequest modelPreferences(JsonObject preferences) {
    return with("modelPreferences", preferences);
  }

  /** Needs a client that declares {@code sampling.context}. */
  public SamplingRequest includeContext(Context context) {
    return with(CONTEXT, Json.createValue(context.wireName));
  }

  private SamplingRequest with(String name, JsonValue value) {
    return new SamplingRequest(Json.createObjectBuilder(params).add(name, value).build());
  }

  /** The conversation and its settings, as the protocol writes them. */
  public JsonObject toJson() {
    return params;
  }
}
