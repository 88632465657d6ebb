package dev.gatehouse.run.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Where the demo is found; all of it comes from the port and the one path. */
public record DemoAddress(int port) {
  private static final String PATH = "/mcp";

  /** Of the pages. */
  public String base() {
    return "http://127.0.0.1:" + port;
  }

  /** Of the endpoint. */
  public String url() {
    return base() + PATH;
  }

  /** Of the page for people, while it is served: below the endpoint, or at the root. */
  public String page() throws IOException, InterruptedException {
    URI below = URI.create(url() + "/landing");
    HttpRequest request = HttpRequest.newBuilder(below).timeout(Duration.ofSeconds(30)).build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    return status == 200 ? below.toString() : base() + "/";
  }

  /** Of what tells clients about it (RFC 9728, 3.1). */
  public URI metadata() {
    return URI.create(base() + "/.well-known/oauth-protected-resource" + PATH);
  }

  /** The pages that may send requests: the server's own, and the Inspector's. */
  public String origins() {
    return "http://localhost:6274,http://127.0.0.1:6274," + base();
  }
}
