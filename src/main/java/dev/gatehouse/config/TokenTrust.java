package dev.gatehouse.config;

import java.net.URI;
import java.time.Duration;
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
    List<String> algorithms,
    Duration clockSkew,
    DecidingProperties deciding) {
  static final String ISSUER = "mp.jwt.verify.issuer";
  static final String KEYS = "mp.jwt.verify.publickey.location";
  static final String AUDIENCES = "mp.jwt.verify.audiences";
  private static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
  private static final String SKEW = "mp.jwt.verify.clock.skew";

  /** What is missing or wrong is reported to the source; such a Trust must not be used. */
  static TokenTrust read(PropertySource source) {
    Scalekit scalekit = Scalekit.read(source);
    reportMissing(source);
    Optional<String> issuer = source.value(ISSUER, TokenTrust::exactUrl);
    Optional<List<String>> audiences = source.list(AUDIENCES, entry -> entry);
    Optional<URI> keys = source.url(KEYS, WebUrl::secure);
    if (scalekit.isComplete()) {
      new OverrideWarnings(source, scalekit).remark(issuer, keys, audiences);
    }
    return new TokenTrust(
        scalekit,
        issuer.map(Set::of).orElseGet(scalekit::issuers),
        List.of(issuer.orElseGet(scalekit::resourceIssuer)),
        keys.orElseGet(scalekit::keysUrl),
        audiences.map(Set::copyOf).orElseGet(() -> Set.of(scalekit.resourceId())),
        source.list(ALGORITHM, TokenTrust::asymmetric).orElse(List.of("RS256")),
        Duration.ofSeconds(source.number(SKEW, 30, 0, 300)),
        new DecidingProperties(
            issuer.isPresent() ? ISSUER : Scalekit.ENVIRONMENT,
            keys.isPresent() ? KEYS : Scalekit.ENVIRONMENT,
            audiences.isPresent() ? AUDIENCES : Scalekit.RESOURCE));
  }

  private static void reportMissing(PropertySource source) {
    boolean issuer = source.text(ISSUER).isPresent();
    if (source.text(Scalekit.ENVIRONMENT).isEmpty() && !(issuer && source.text(KEYS).isPresent())) {
      source.problem(
          Scalekit.ENVIRONMENT,
          "is missing: set it to the URL of your Scalekit environment; for another issuer set both "
              + "mp.jwt.verify.issuer and mp.jwt.verify.publickey.location");
    }
    if (source.text(Scalekit.RESOURCE).isEmpty()
        && !(issuer && source.text(AUDIENCES).isPresent())) {
      source.problem(
          Scalekit.RESOURCE,
          "is missing: set it to the id (res_...) that the Scalekit dashboard shows for this MCP "
              + "server; for another issuer set both mp.jwt.verify.issuer and "
              + "mp.jwt.verify.audiences");
    }
  }

  /** RFC 8414 §2 asks for such a URL; the text stays as it is, because iss is compared exactly. */
  private static String exactUrl(String text) {
    WebUrl.withoutQuery(text);
    return text;
  }

  private static String asymmetric(String algorithm) {
    if (!algorithm.matches("(RS|PS|ES)(256|384|512)")) {
      throw new IllegalArgumentException(
          "must list signature algorithms with public keys only: RS256, PS256, ES256, "
              + "or these with 384 or 512");
    }
    return algorithm;
  }
}
