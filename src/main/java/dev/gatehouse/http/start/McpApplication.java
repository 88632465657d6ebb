package dev.gatehouse.http.start;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Puts the endpoint and the metadata right below the context root. */
@ApplicationPath("/")
public class McpApplication extends Application {

  /**
   * For Jersey; others ignore it: without the first, it keeps the first 8 KB of a stream to itself,
   * without the second, it tells strangers how the resources are built ({@code /application.wadl}).
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.contentLength.buffer",
        0,
        "jersey.config.server.wadl.disableWadl",
        true);
  }
}
