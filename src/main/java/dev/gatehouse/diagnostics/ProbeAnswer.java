package dev.gatehouse.diagnostics;

import dev.gatehouse.json.Json;
import dev.gatehouse.log.LogSanitizer;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What came of an HTTP request. */
sealed interface ProbeAnswer {
  /** No answer; why not, as the end of a sentence. */
  record Failed(String why) implements ProbeAnswer {

    static Failed late(Duration limit) {
      return new Failed("there is no answer within " + limit.toMillis() + " ms");
    }

    static Failed by(Exception failure, Duration limit) {
      if (failure instanceof SocketTimeoutException) {
        return late(limit);
      }
      if (failure instanceof UnknownHostException) {
        return new Failed("its host name is unknown here");
      }
      if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
        return new Failed("nothing takes the connection");
      }
      String message = LogSanitizer.of(String.valueOf(failure.getMessage()));
      return new Failed(
          failure instanceof SSLException
              ? "the TLS handshake failed, so check its certificate and this server's trust store ("
                  + message
                  + ")"
              : "the connection broke (" + message + ")");
    }
  }

  /**
   * An answer.
   *
   * @param headers the first value of each, by its name in lower case
   * @param ahead how far the other clock is ahead of ours; negative if it is behind
   */
  record Answered(int status, Map<String, String> headers, String body, Optional<Duration> ahead)
      implements ProbeAnswer {

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body, if it is a JSON object. */
    Optional<JsonObject> object() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return Optional.of(reader.readObject());
      } catch (RuntimeException notAnObject) {
        // JSON-P has several, one of them a cast.
        return Optional.empty();
      }
    }
  }
}
