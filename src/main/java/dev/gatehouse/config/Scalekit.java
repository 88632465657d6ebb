package dev.gatehouse.config;

import java.net.URI;
import java.util.Set;

/** A Scalekit environment and the MCP server registered in it; "" where not configured. */
record Scalekit(String environment, String resourceId) {
  static Scalekit of(SettingValues values) {
    return new Scalekit(
        values.get(KnownSettings.ENVIRONMENT).map(URI::toString).orElse(""),
        values.get(KnownSettings.RESOURCE_ID).orElse(""));
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

  static String resource(String id) {
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
