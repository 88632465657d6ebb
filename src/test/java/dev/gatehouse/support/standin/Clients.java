package dev.gatehouse.support.standin;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is known here: the pre-registered clients, the latest registrations, and documents. */
final class Clients {
  private static final int REGISTRATION_LIMIT = 1000;

  private final Map<String, Client> preregistered;
  private final BoundedMap<Client> registered = new BoundedMap<>(REGISTRATION_LIMIT);
  private final Optional<ClientDocuments> documents;

  Clients(Map<String, Client> preregistered, Optional<ClientDocuments> documents) {
    this.preregistered = Map.copyOf(preregistered);
    this.documents = documents;
  }

  boolean readDocuments() {
    return documents.isPresent();
  }

  void register(Client client) {
    registered.put(client.id(), client);
  }

  /** Who sends a person to the authorization endpoint. */
  Client requesting(String id, Call call) throws OAuthFailure {
    if (documents.isPresent() && ClientDocuments.isAddress(id)) {
      // A page must not make this server fetch things by an image or a frame.
      if (!call.header("Sec-Fetch-Dest").orElse("document").equals("document")) {
        throw OAuthFailure.invalidRequest("Only a navigation may start this.");
      }
      return documents.get().fetch(id);
    }
    return find(id)
        .filter(Client::isPublic)
        .orElseThrow(
            () -> new OAuthFailure("invalid_client_metadata_url", "The client is not known."));
  }

  /** Who calls the token endpoint: by HTTP Basic, by a secret in the form, or by name only. */
  Client authenticated(Call call, Parameters form) throws OAuthFailure {
    String id = form.first("client_id");
    Optional<String> secret = Optional.of(form.first("client_secret")).filter(s -> !s.isEmpty());
    Optional<String> header = call.header("Authorization");
    if (header.isPresent()) {
      var basic = basic(header.get());
      String name = basic.getClientID().getValue();
      if (secret.isPresent() || !id.isEmpty() && !id.equals(name)) {
        throw OAuthFailure.invalidRequest("The client authenticates in two ways.");
      }
      id = name;
      secret = Optional.of(basic.getClientSecret().getValue());
    }
    return authenticated(id, secret);
  }

  private Client authenticated(String id, Optional<String> secret) throws OAuthFailure {
    // What the document says was checked when the code was issued, and the code knows its client.
    Optional<Client> client =
        documents.isPresent() && ClientDocuments.isAddress(id)
            ? Optional.of(Client.forUsers(id, id, List.of()))
            : find(id);
    return client
        .filter(found -> same(found.secret().orElse(""), secret.orElse("")))
        .orElseThrow(() -> OAuthFailure.invalidClient("The client is not known, or not this one."));
  }

  private Optional<Client> find(String id) {
    return Optional.ofNullable(preregistered.get(id)).or(() -> registered.get(id));
  }

  private static boolean same(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }

  private static ClientSecretBasic basic(String header) throws OAuthFailure {
    try {
      return ClientSecretBasic.parse(header);
    } catch (ParseException e) {
      throw OAuthFailure.invalidClient("The Authorization header is not HTTP Basic.");
    }
  }
}
