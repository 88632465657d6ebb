package dev.gatehouse.config;

import static dev.gatehouse.config.KnownSettings.AUDIENCES;
import static dev.gatehouse.config.KnownSettings.ENVIRONMENT;
import static dev.gatehouse.config.KnownSettings.ISSUER;
import static dev.gatehouse.config.KnownSettings.KEYS;
import static dev.gatehouse.config.KnownSettings.RESOURCE_ID;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose tokens are accepted: Scalekit's three settings, or the standard MicroProfile JWT ones. */
record TokenTrust(
    Scalekit scalekit,
    Set<String> issuers,
    List<String> authorizationServers,
    URI keysUrl,
    Set<String> audiences,
    DecidingProperties deciding) {
  static TokenTrust of(SettingValues values) {
    Scalekit scalekit = Scalekit.of(values);
    Optional<String> issuer = values.get(ISSUER);
    List<String> audiences = values.get(AUDIENCES);
    return new TokenTrust(
        scalekit,
        issuer.map(Set::of).orElseGet(scalekit::issuers),
        List.of(issuer.orElseGet(scalekit::resourceIssuer)),
        values.get(KEYS).orElseGet(scalekit::keysUrl),
        audiences.isEmpty() ? Set.of(scalekit.resourceId()) : Set.copyOf(audiences),
        DecidingProperties.of(values));
  }

  static void reportMissing(PropertySource source) {
    boolean issuer = isSet(source, ISSUER);
    if (!isSet(source, ENVIRONMENT) && !(issuer && isSet(source, KEYS))) {
      source.problem(
          ENVIRONMENT,
          "is missing: set it to the URL of your Scalekit environment; for another issuer set both "
              + "mp.jwt.verify.issuer and mp.jwt.verify.publickey.location");
    }
    if (!isSet(source, RESOURCE_ID) && !(issuer && isSet(source, AUDIENCES))) {
      source.problem(
          RESOURCE_ID,
          "is missing: set it to the id (res_...) that the Scalekit dashboard shows for this MCP "
              + "server; for another issuer set both mp.jwt.verify.issuer and "
              + "mp.jwt.verify.audiences");
    }
  }

  private static boolean isSet(PropertySource source, Setting<?> setting) {
    return source.text(setting).isPresent();
  }

  /** RFC 8414 §2 asks for such a URL; the text stays as it is, because iss is compared exactly. */
  static String exactUrl(String text) {
    WebUrl.withoutQuery(text);
    return text;
  }

  static String asymmetric(String algorithm) {
    if (!algorithm.matches("(RS|PS|ES)(256|384|512)")) {
      throw new IllegalArgumentException(
          "must list signature algorithms with public keys only: RS256, PS256, ES256, "
              + "or these with 384 or 512");
    }
    return algorithm;
  }

  static String authorization(String header) {
    if (!header.equalsIgnoreCase("Authorization")) {
      throw new IllegalArgumentException("must be Authorization, where MCP clients send a token");
    }
    return header;
  }
}
