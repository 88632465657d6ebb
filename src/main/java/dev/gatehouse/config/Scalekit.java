package dev.gatehouse.config;

import java.net.URI;
import java.util.Set;

/** A Scalekit environment and the MCP server registered in it; "" where not configured. */
record Scalekit(String environment, String resourceId) {
  static final String ENVIRONMENT = "scalekit.environment.url";
  static final String RESOURCE = "scalekit.resource.id";

  static Scalekit read(PropertySource source) {
    if (source.text(ENVIRONMENT).filter(url -> url.endsWith("/")).isPresent()) {
      source.remark(ENVIRONMENT, "ends with a slash, which is left out: write it without");
    }
    return new Scalekit(
        source.url(ENVIRONMENT, WebUrl::originOnly).map(URI::toString).orElse(""),
        source.value(RESOURCE, Scalekit::resource).orElse(""));
  }

  boolean isComplete() {
    return !environment.isEmpty() && !resourceId.isEmpty();
  }

  /** Scalekit is moving from the first form to the second; tokens of both are around. */
  Set<String> issuers() {
    return Set.of(environment, resourceIssuer());
  }

  String resourceIssuer() {
    return environment + "/resources/" + resourceId;
  }

  URI keysUrl() {
    return URI.create(environment + "/keys");
  }

  /** One name for both forms of this environment's issuer; any other issuer keeps its name. */
  String canonical(String issuer) {
    return isComplete() && issuer.equals(resourceIssuer()) ? environment : issuer;
  }

  private static String resource(String id) {
    if (!id.matches("res_[A-Za-z0-9_-]{1,100}")) {
      throw new IllegalArgumentException("must be the res_... id of the MCP server" + hint(id));
    }
    return id;
  }

  private static String hint(String id) {
    if (id.startsWith("conn_")) {
      return "; a conn_... id names a connection for logging in";
    }
    if (id.startsWith("app_")) {
      return "; an app_... id names an application";
    }
    return id.matches("(prd_)?skc_.*|m2m.*") ? "; that is a client id, never a resource" : "";
  }
}
