package dev.gatehouse.mcp.method;

import dev.gatehouse.engine.resource.ResolvedResource;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.tool.BusinessException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** {@code resources/read} and what else needs a resource's URI; the eras differ in one code. */
public record ResourcesRead(ResourceRegistry registry, int notFound) {
  private static final int MAX_URI = 2048;

  /** The resource that these params name, which the caller may read. */
  public ResolvedResource resource(JsonObject params, Authorization access) {
    String uri = Params.text(params, "uri");
    ResolvedResource resource = find(uri).orElseThrow(() -> notFound(uri, "Resource not found"));
    access.demand(attempt(resource, params));
    return resource;
  }

  Optional<ResolvedResource> find(String uri) {
    return uri.length() > MAX_URI ? Optional.empty() : registry.find(uri);
  }

  public boolean isReadable(String uri, Authorization access) {
    return find(uri)
        .filter(resource -> access.allows(resource.definition().declaration()))
        .isPresent();
  }

  public PreparedCall read(JsonObject params, Authorization access) {
    ResolvedResource resource = resource(params, access);
    return new PreparedCall(
        resource.uri(),
        JsonValue.EMPTY_JSON_OBJECT,
        resource.definition().uses(),
        exchange -> {
          try {
            var contents = Json.createArrayBuilder();
            registry.read(resource, exchange).forEach(part -> contents.add(part.toJson()));
            JsonObjectBuilder result = Json.createObjectBuilder();
            return result.add("contents", contents);
          } catch (BusinessException e) {
            throw notFound(resource.uri(), e.getMessage());
          }
        },
        PreparedCall::refuse,
        Optional.of(attempt(resource, params)));
  }

  private static MethodCall attempt(ResolvedResource resource, JsonObject params) {
    JsonObject uri = Json.createObjectBuilder().add("uri", resource.uri()).build();
    return MethodCall.of(resource.definition(), params, uri);
  }

  private McpException notFound(String uri, String message) {
    JsonObject data = Json.createObjectBuilder().add("uri", brief(uri)).build();
    return McpException.inBand(new JsonRpcError(notFound, message, Optional.of(data)));
  }

  private static String brief(String uri) {
    return uri.length() > MAX_URI ? McpException.brief(uri) : uri;
  }
}
