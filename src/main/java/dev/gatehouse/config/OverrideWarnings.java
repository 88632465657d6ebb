package dev.gatehouse.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Standard values that win over Scalekit's, often because they were meant for another WAR. */
record OverrideWarnings(PropertySource source, Scalekit scalekit) {

  void remark(Optional<String> issuer, Optional<URI> keys, Optional<List<String>> audiences) {
    issuer.ifPresent(this::remarkIssuer);
    keys.filter(url -> !url.equals(scalekit.keysUrl()))
        .ifPresent(url -> remark(TokenTrust.KEYS, "wins over the keys of " + Scalekit.ENVIRONMENT));
    audiences
        .filter(list -> !list.contains(scalekit.resourceId()))
        .ifPresent(
            list ->
                remark(
                    TokenTrust.AUDIENCES,
                    "wins over " + Scalekit.RESOURCE + " and does not list it"));
  }

  private void remarkIssuer(String issuer) {
    remark(
        TokenTrust.ISSUER,
        scalekit.issuers().contains(issuer)
            ? "accepts one form of Scalekit's issuer only, and Scalekit is moving to the other"
            : "wins over " + Scalekit.ENVIRONMENT);
  }

  private void remark(String name, String what) {
    source.remark(name, what + ": unset it unless that is meant");
  }
}
