package dev.gatehouse.run.demo;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The scopes that the running server needs, also after it serves another tool; none before. */
public record NeededScopes(URI metadata) implements Supplier<List<String>> {
  private static final Duration AT_MOST = Duration.ofSeconds(1);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(AT_MOST).build();

  @Override
  public List<String> get() {
    try {
      String document =
          HTTP.send(
                  HttpRequest.newBuilder(metadata).timeout(AT_MOST).build(),
                  BodyHandlers.ofString())
              .body();
      return JSONObjectUtils.getStringList(JSONObjectUtils.parse(document), "scopes_supported");
    } catch (IOException | ParseException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
