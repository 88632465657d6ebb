package dev.gatehouse.http;

import dev.gatehouse.request.RequestHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Checks Content-Type and Accept after the token, so that strangers get the challenge first. */
public final class MediaTypes {
  private MediaTypes() {}

  static Optional<Response> refusal(RequestHeaders headers) {
    if (!isPlain(headers.all().get(HttpHeaders.CONTENT_ENCODING))) {
      return Optional.of(JsonResponses.error(415, "A body with a Content-Encoding is not read"));
    }
    if (headers.contentType().filter(MediaTypes::isJson).isEmpty()) {
      return Optional.of(JsonResponses.error(415, "Content-Type must be application/json"));
    }
    return headers.accept().stream().anyMatch(MediaTypes::isOurs)
        ? Optional.empty()
        : Optional.of(
            JsonResponses.error(406, "Accept must list application/json and text/event-stream"));
  }

  /** Whether the client lists event streams; one that takes anything may not know what they are. */
  static boolean takesEvents(RequestHeaders headers) {
    return headers.accept().stream().anyMatch(type -> is(type, "text", "event-stream"));
  }

  /** Whether a response is an event stream. */
  public static boolean isEvents(MediaType type) {
    return type != null && MediaType.SERVER_SENT_EVENTS_TYPE.isCompatible(trimmed(type));
  }

  private static boolean isPlain(List<String> codings) {
    return codings == null || codings.stream().allMatch("identity"::equalsIgnoreCase);
  }

  private static boolean isJson(MediaType type) {
    return is(type, "application", "json");
  }

  private static boolean is(MediaType type, String main, String sub) {
    return type.getType().equalsIgnoreCase(main) && type.getSubtype().strip().equalsIgnoreCase(sub);
  }

  // RFC 9110, 5.6.6 has blanks before a semicolon, which RESTEasy takes for the subtype's.
  private static MediaType trimmed(MediaType type) {
    return new MediaType(type.getType(), type.getSubtype().strip());
  }

  private static boolean isOurs(MediaType type) {
    return trimmed(type).isCompatible(MediaType.APPLICATION_JSON_TYPE) || isEvents(type);
  }
}
