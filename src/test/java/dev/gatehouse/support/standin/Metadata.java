package dev.gatehouse.support.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents by which clients find their way. */
record Metadata(Settings settings, boolean registration, boolean clientDocuments) {
  private static final List<String> GRANT_TYPES =
      List.of("authorization_code", "client_credentials", "refresh_token");
  private static final List<String> AUTH_METHODS =
      List.of("none", "client_secret_post", "client_secret_basic");

  /**
   * What Scalekit publishes for a resource (RFC 8414), and in addition that responses carry {@code
   * iss}, because the stand-in sends it and clients should check it.
   */
  Map<String, Object> ofResource() {
    Map<String, Object> document = common(settings.resourceIssuer());
    if (registration) {
      document.put(
          "registration_endpoint",
          settings.environmentUrl()
              + "/api/v1/resources/"
              + settings.resourceId()
              + "/clients:register");
    }
    document.put("client_id_metadata_document_supported", clientDocuments);
    document.put("scopes_supported", settings.scopes().tokens());
    return document;
  }

  Map<String, Object> ofEnvironment() {
    Map<String, Object> document = common(settings.environmentUrl());
    document.put("scopes_supported", Scopes.OIDC.tokens());
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    return document;
  }

  /** The protected-resource metadata that Scalekit's dashboard offers for copying. */
  Map<String, Object> ofDashboard() {
    String url = settings.resourceUrl();
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    var document = new LinkedHashMap<String, Object>();
    document.put("authorization_servers", List.of(settings.resourceIssuer()));
    document.put("bearer_methods_supported", List.of("header"));
    document.put("resource", url);
    document.put("resource_documentation", base + "/docs");
    document.put("scopes_supported", settings.scopes().tokens());
    return document;
  }

  private Map<String, Object> common(String issuer) {
    var document = new LinkedHashMap<String, Object>();
    document.put("issuer", issuer);
    document.put("authorization_endpoint", issuer + "/oauth/authorize");
    document.put("token_endpoint", issuer + "/oauth/token");
    document.put("jwks_uri", settings.environmentUrl() + "/keys");
    document.put("response_types_supported", List.of("code"));
    document.put("grant_types_supported", GRANT_TYPES);
    document.put("token_endpoint_auth_methods_supported", AUTH_METHODS);
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put("authorization_response_iss_parameter_supported", true);
    return document;
  }
}
