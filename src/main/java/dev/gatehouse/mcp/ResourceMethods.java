package dev.gatehouse.mcp;

import dev.gatehouse.bean.Refusal;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.resource.ResolvedResource;
import dev.gatehouse.resource.ResourceRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** {@code resources/read} and what else needs a resource's URI; the eras differ in one code. */
record ResourceMethods(ResourceRegistry registry, int notFound) {
  private static final int MAX_URI = 2048;

  /** The resource that these params name, which the caller may read. */
  ResolvedResource resource(JsonObject params, Access access) {
    String uri = Params.text(params, "uri");
    ResolvedResource resource = find(uri).orElseThrow(() -> notFound(uri, "Resource not found"));
    attempt(resource, params).demand(access);
    return resource;
  }

  Optional<ResolvedResource> find(String uri) {
    return uri.length() > MAX_URI ? Optional.empty() : registry.find(uri);
  }

  boolean isReadable(String uri, Access access) {
    return find(uri)
        .filter(resource -> access.allows(resource.definition().declaration()))
        .isPresent();
  }

  Work read(JsonObject params, Access access) {
    ResolvedResource resource = resource(params, access);
    return new Work(
        resource.uri(),
        JsonValue.EMPTY_JSON_OBJECT,
        resource.definition().uses(),
        exchange -> {
          try {
            var contents = Json.createArrayBuilder();
            registry.read(resource, exchange).forEach(part -> contents.add(part.toJson()));
            JsonObjectBuilder result = Json.createObjectBuilder();
            return result.add("contents", contents);
          } catch (Refusal e) {
            throw notFound(resource.uri(), e.getMessage());
          }
        },
        Optional.of(attempt(resource, params)));
  }

  private static CallAttempt attempt(ResolvedResource resource, JsonObject params) {
    JsonObject uri = Json.createObjectBuilder().add("uri", resource.uri()).build();
    return CallAttempt.of(resource.definition(), params, uri);
  }

  private McpException notFound(String uri, String message) {
    JsonObject data = Json.createObjectBuilder().add("uri", brief(uri)).build();
    return McpException.inBand(new JsonRpcError(notFound, message, Optional.of(data)));
  }

  private static String brief(String uri) {
    return uri.length() > MAX_URI ? McpException.brief(uri) : uri;
  }
}
