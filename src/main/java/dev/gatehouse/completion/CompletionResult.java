package dev.gatehouse.completion;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The proposed values, at most 100, and how many there are in all.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/schema#completeresult">MCP
 *     CompleteResult</a>
 */
public record CompletionResult(List<String> values, int total) {
  private static final int MAX_VALUES = 100;

  public CompletionResult {
    values = List.copyOf(values);
    if (values.size() > MAX_VALUES || total < values.size()) {
      throw new IllegalArgumentException("At most 100 values, and no fewer in all");
    }
  }

  /** The first of all these values. */
  public static CompletionResult of(List<String> all) {
    return new CompletionResult(all.subList(0, Math.min(all.size(), MAX_VALUES)), all.size());
  }

  /** The answer where nobody completes. */
  public static CompletionResult empty() {
    return new CompletionResult(List.of(), 0);
  }

  /** Whether there are values that are not told. */
  public boolean hasMore() {
    return total > values.size();
  }

  /** The result as it goes over the wire. */
  public JsonObjectBuilder toJson() {
    var completion =
        Json.createObjectBuilder()
            .add("values", Json.createArrayBuilder(values))
            .add("total", total)
            .add("hasMore", hasMore());
    return Json.createObjectBuilder().add("completion", completion);
  }
}
