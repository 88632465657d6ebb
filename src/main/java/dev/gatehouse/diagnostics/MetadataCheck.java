package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.config.DecidingProperties;
import dev.gatehouse.log.LogSanitizer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the issuer's metadata (RFC 8414 §2) with the settings. */
record MetadataCheck(DiagnosticInput patient, JsonObject metadata) {
  static final String ISSUER = "issuer-metadata";
  private static final String CLIENTS = "clients";

  List<Finding> findings() {
    return List.of(issuer(), keysUrl(), registration(), pkce(), refresh());
  }

  private Finding issuer() {
    String found = text("issuer").orElse("");
    if (found.equals(patient.issuer())) {
      return ok(ISSUER, "The issuer calls itself what the settings call it");
    }
    String hint =
        found.equals(patient.issuer() + "/") || patient.issuer().equals(found + "/")
            ? "the slash at the end counts"
            : "clients refuse the difference";
    return problem(
        ISSUER,
        "The issuer calls itself %s, but %s leads to %s: change it, %s"
            .formatted(LogSanitizer.of(found), deciding().issuer(), patient.issuer(), hint));
  }

  private Finding keysUrl() {
    String ours = patient.settings().keysUrl().toString();
    String found = text("jwks_uri").orElse("");
    return found.isEmpty() || found.equals(ours)
        ? ok("keys-url", "The keys are read from where the issuer has them")
        : warning(
            "keys-url",
            "The issuer has its keys at %s, but %s leads to %s: change it"
                .formatted(
                    LogSanitizer.of(found),
                    deciding().keys(),
                    LogSanitizer.of(patient.settings().keysUrl())));
  }

  private Finding registration() {
    boolean open =
        text("registration_endpoint").isPresent()
            || JsonValue.TRUE.equals(metadata.get("client_id_metadata_document_supported"));
    return open
        ? ok(CLIENTS, "Clients can introduce themselves to the issuer")
        : warning(
            CLIENTS,
            "The issuer takes neither dynamic client registration nor client id metadata documents:"
                + " switch one on for this MCP server, unless all clients are registered by hand");
  }

  private Finding pkce() {
    Optional<Set<String>> methods = words(metadata, "code_challenge_methods_supported");
    return methods.isPresent() && methods.get().contains("S256")
        ? ok("pkce", "The issuer takes PKCE with S256")
        : warning(
            "pkce",
            "The issuer of %s does not list PKCE with S256".formatted(deciding().issuer())
                + ", so MCP clients refuse to log in there: switch it on");
  }

  private Finding refresh() {
    Optional<Set<String>> grants = words(metadata, "grant_types_supported");
    return grants.isEmpty() || grants.get().contains("refresh_token")
        ? ok("refresh", "Clients can renew their tokens")
        : warning(
            "refresh",
            "The issuer of %s does not list the grant refresh_token".formatted(deciding().issuer())
                + ", so people have to log in again whenever a token expires: switch it on");
  }

  private Optional<String> text(String name) {
    return metadata.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  static Optional<Set<String>> words(JsonObject metadata, String name) {
    return metadata.get(name) instanceof JsonArray array
        ? Optional.of(
            array.stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .collect(Collectors.toUnmodifiableSet()))
        : Optional.empty();
  }

  private DecidingProperties deciding() {
    return patient.settings().deciding();
  }
}
