package dev.gatehouse.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Puts the endpoint and the metadata right below the context root. */
@ApplicationPath("/")
public class McpApplication extends Application {

  /** Without this, Jersey keeps the first 8 KB of a stream to itself; others ignore it. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.contentLength.buffer", 0);
  }
}
