package dev.gatehouse.run.demo;

import java.net.URI;

/** Where the demo is found; all of it comes from the port and the one path. */
record DemoAddress(int port) {
  private static final String PATH = "/mcp";

  /** Of the pages. */
  String base() {
    return "http://127.0.0.1:" + port;
  }

  /** Of the endpoint. */
  String url() {
    return base() + PATH;
  }

  /** Of what tells clients about it (RFC 9728, 3.1). */
  URI metadata() {
    return URI.create(base() + "/.well-known/oauth-protected-resource" + PATH);
  }

  /** The pages that may send requests: the server's own, and the Inspector's. */
  String origins() {
    return "http://localhost:6274,http://127.0.0.1:6274," + base();
  }
}
