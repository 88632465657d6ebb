package dev.gatehouse.support.standin;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response. */
record Answer(int status, Map<String, String> headers, byte[] body) {

  /** The connection stays open and nothing is sent. */
  static final Answer SILENCE = new Answer(0, Map.of(), new byte[0]);

  /** A byte every 100 ms, until the client has gone, for half a minute at most. */
  static final Answer DRIPPING = new Answer(200, Map.of(), new byte[0]);

  static Answer of(int status, String contentType, String body) {
    return new Answer(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body + "\n");
  }

  static Answer json(int status, Map<String, ?> body) {
    return of(status, "application/json", JSONObjectUtils.toJSONString(body));
  }

  static Answer redirect(int status, String location) {
    return new Answer(status, Map.of("Location", location), new byte[0]).notStored();
  }

  static Answer failure(OAuthFailure failure) {
    boolean unauthorized = failure.code().equals("invalid_client");
    Answer answer =
        json(
                unauthorized ? 401 : 400,
                Map.of("error", failure.code(), "error_description", failure.getMessage()))
            .notStored();
    return unauthorized ? answer.with("WWW-Authenticate", "Basic realm=\"stand-in\"") : answer;
  }

  Answer with(String header, String value) {
    var changed = new LinkedHashMap<>(headers);
    changed.put(header, value);
    return new Answer(status, changed, body);
  }

  Answer notStored() {
    return with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }
}
