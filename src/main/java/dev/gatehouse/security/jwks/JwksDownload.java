package dev.gatehouse.security.jwks;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.outbound.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jose4j.lang.JoseException;

/** Reads the JWK Set; no reading takes longer than the limit. */
record JwksDownload(BoundedHttpClient http, URI url, Duration limit) {

  /** An IOException for every answer without a usable key. */
  KeySet read(Set<String> algorithms) throws IOException {
    KeySet keys = parse(text(), algorithms);
    if (keys.entries().isEmpty()) {
      throw new IOException("The answer has no usable key");
    }
    return keys;
  }

  private static KeySet parse(String json, Set<String> algorithms) throws IOException {
    try {
      return KeySet.parse(json, algorithms);
    } catch (JoseException junk) {
      throw new IOException("The answer is not a JWK Set", junk);
    }
  }

  private String text() throws IOException {
    Response answer = http.get(url, Map.of(), limit);
    if (answer.status() != 200) {
      throw new IOException("HTTP status " + answer.status());
    }
    return answer.body();
  }
}
