package dev.gatehouse.request;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The headers of a request.
 *
 * @param all by names without case, with their values as they came
 * @param contentType of the body, if the request says it
 * @param accept what the client takes, the best first; at least one
 */
public record RequestHeaders(
    MultivaluedMap<String, String> all, Optional<MediaType> contentType, List<MediaType> accept) {
  public RequestHeaders {
    Objects.requireNonNull(all, "all");
    Objects.requireNonNull(contentType, "contentType");
    accept = List.copyOf(accept);
  }
}
