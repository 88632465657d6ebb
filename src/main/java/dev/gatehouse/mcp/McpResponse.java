package dev.gatehouse.mcp;

import jakarta.json.JsonStructure;
import java.util.Optional;

/** An HTTP status and perhaps a JSON body. */
public record McpResponse(int status, Optional<JsonStructure> body) {

  static McpResponse ok(JsonStructure body) {
    return new McpResponse(200, Optional.of(body));
  }

  static McpResponse accepted() {
    return new McpResponse(202, Optional.empty());
  }

  static McpResponse of(int status, JsonStructure body) {
    return new McpResponse(status, Optional.of(body));
  }
}
