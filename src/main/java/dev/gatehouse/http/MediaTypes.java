package dev.gatehouse.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Checks Content-Type and Accept after the token, so that strangers get the challenge first. */
public final class MediaTypes {
  private MediaTypes() {}

  static Optional<Response> refusal(HttpHeaders headers) {
    try {
      if (!isPlain(headers.getRequestHeader(HttpHeaders.CONTENT_ENCODING))) {
        return Optional.of(JsonResponses.error(415, "A body with a Content-Encoding is not read"));
      }
      MediaType type = headers.getMediaType();
      if (type == null || !isJson(type) || type.isWildcardType()) {
        return Optional.of(JsonResponses.error(415, "Content-Type must be application/json"));
      }
      return headers.getAcceptableMediaTypes().stream().anyMatch(MediaTypes::isOurs)
          ? Optional.empty()
          : Optional.of(
              JsonResponses.error(406, "Accept must list application/json and text/event-stream"));
    } catch (RuntimeException e) {
      return Optional.of(JsonResponses.error(400, "Content-Type or Accept is malformed"));
    }
  }

  /** Whether the client lists event streams; one that takes anything may not know what they are. */
  static boolean takesEvents(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .anyMatch(
            type ->
                type.getType().equalsIgnoreCase("text")
                    && type.getSubtype().equalsIgnoreCase("event-stream"));
  }

  /** Whether a response is an event stream. */
  public static boolean isEvents(MediaType type) {
    return MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(type);
  }

  private static boolean isPlain(List<String> codings) {
    return codings == null || codings.stream().allMatch("identity"::equalsIgnoreCase);
  }

  private static boolean isJson(MediaType type) {
    return type.getType().equalsIgnoreCase("application")
        && type.getSubtype().equalsIgnoreCase("json");
  }

  private static boolean isOurs(MediaType type) {
    return type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
        || type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE);
  }
}
