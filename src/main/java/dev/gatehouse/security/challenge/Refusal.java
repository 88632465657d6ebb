package dev.gatehouse.security.challenge;

import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBytes;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A challenge in the header, and the same as JSON in the body. */
record Refusal(int status, String challenge, byte[] body) {

  /** One whose body says what RFC 6750 calls the error, and why. */
  static Refusal of(BearerChallenge challenge, String error, String description) {
    return of(challenge, error(error, description));
  }

  static Refusal of(BearerChallenge challenge, JsonObject body) {
    return new Refusal(challenge.status(), challenge.headerValue(), JsonBytes.of(body));
  }

  static JsonObject error(String code, String description) {
    return Json.createObjectBuilder()
        .add("error", code)
        .add("error_description", description)
        .build();
  }

  Response answer() {
    return json(Response.status(status), body)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }

  // An entity always: without one, some servers write an HTML page of their own.
  static Response.ResponseBuilder json(Response.ResponseBuilder response, byte[] body) {
    return response
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body);
  }
}
