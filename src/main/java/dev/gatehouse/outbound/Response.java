package dev.gatehouse.outbound;

import java.util.Map;

/**
 * A whole answer to an HTTP request.
 *
 * @param headers the first value of each, by its name in lower case
 * @param body the content, as UTF-8 whatever it calls itself
 */
public record Response(int status, Map<String, String> headers, String body) {
  /** Headers stay as they are now. */
  public Response {
    headers = Map.copyOf(headers);
  }
}
