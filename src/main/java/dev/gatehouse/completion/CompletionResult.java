package dev.gatehouse.completion;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The proposed values, at most 100, and how many there are in all.
 *
 * @param values the best first, at most 100
 * @param total how many there are, no fewer than the values
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#completeresult">MCP
 *     CompleteResult</a>
 */
public record CompletionResult(List<String> values, int total) {
  private static final int MAX_VALUES = 100;

  /**
   * Copies the values.
   *
   * @param values the best first, at most 100
   * @param total how many there are, no fewer than the values
   * @throws IllegalArgumentException for more than 100, or fewer in all than there are values
   */
  public CompletionResult {
    values = List.copyOf(values);
    if (values.size() > MAX_VALUES || total < values.size()) {
      throw new IllegalArgumentException("At most 100 values, and no fewer in all");
    }
  }

  /**
   * The first 100 of all these values.
   *
   * @param all any number, the best first
   * @return a result that tells their number
   */
  public static CompletionResult of(List<String> all) {
    return new CompletionResult(all.subList(0, Math.min(all.size(), MAX_VALUES)), all.size());
  }

  /** {@return the answer where nobody completes} */
  public static CompletionResult empty() {
    return new CompletionResult(List.of(), 0);
  }

  /** {@return whether there are values that are not told} */
  public boolean hasMore() {
    return total > values.size();
  }

  /** {@return the result as it goes over the wire, in a new builder} */
  public JsonObjectBuilder toJson() {
    var completion =
        Json.createObjectBuilder()
            .add("values", Json.createArrayBuilder(values))
            .add("total", total)
            .add("hasMore", hasMore());
    return Json.createObjectBuilder().add("completion", completion);
  }
}
