package dev.gatehouse.support.standin;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Client id metadata documents: the client id is the https URL of the client's description. */
final class ClientDocuments {
  private static final int SIZE_LIMIT = 10 * 1024;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
  private static final int NAME_LIMIT = 100;

  private final HttpClient http;
  private final boolean privateAddresses;

  ClientDocuments(Optional<SSLContext> trust, boolean privateAddresses) {
    var builder =
        HttpClient.newBuilder()
            .connectTimeout(TIME_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER);
    trust.ifPresent(builder::sslContext);
    this.http = builder.build();
    this.privateAddresses = privateAddresses;
  }

  static boolean isAddress(String clientId) {
    return clientId.startsWith("https://");
  }

  Client fetch(String clientId) throws OAuthFailure {
    URI address = address(clientId);
    checkHost(address.getHost());
    try {
      return client(clientId, JSONObjectUtils.parse(body(address)));
    } catch (IOException | ParseException e) {
      throw refused("The client's document cannot be read.");
    }
  }

  private static URI address(String clientId) throws OAuthFailure {
    try {
      var uri = URI.create(clientId);
      boolean pointsToDocument = uri.getRawPath() != null && uri.getRawPath().length() > 1;
      if (uri.getHost() != null
          && pointsToDocument
          && uri.equals(uri.normalize())
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // as below
    }
    throw refused("The client id is not the address of a document.");
  }

  /** The JDK remembers the answer of this look-up, so that the connection goes where it says. */
  private void checkHost(String host) throws OAuthFailure {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!privateAddresses && !PublicAddress.is(address)) {
          throw refused("The client's document is not on a public host.");
        }
      }
    } catch (UnknownHostException e) {
      throw refused("The client's document cannot be read.");
    }
  }

  private String body(URI address) throws IOException {
    var request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    var exchange = http.sendAsync(request, info -> new BoundedBody(SIZE_LIMIT));
    try {
      HttpResponse<byte[]> response = exchange.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      return new String(response.body(), StandardCharsets.UTF_8);
    } catch (ExecutionException | TimeoutException e) {
      exchange.cancel(true);
      throw new IOException(e);
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Client client(String clientId, Map<String, Object> document)
      throws OAuthFailure, ParseException {
    if (!clientId.equals(JSONObjectUtils.getString(document, "client_id"))) {
      throw refused("The document describes another client.");
    }
    String method = JSONObjectUtils.getString(document, "token_endpoint_auth_method");
    if (document.containsKey("client_secret") || method != null && !method.equals("none")) {
      throw refused("The document describes a client that is not public.");
    }
    List<String> redirectUris = JSONObjectUtils.getStringList(document, "redirect_uris");
    if (!RedirectUri.areAcceptable(redirectUris)) {
      throw refused("The document's redirect URIs are not acceptable.");
    }
    String name = JSONObjectUtils.getString(document, "client_name");
    String shown = name == null ? clientId : name;
    return Client.forUsers(
        clientId, shown.substring(0, Math.min(shown.length(), NAME_LIMIT)), redirectUris);
  }

  private static OAuthFailure refused(String description) {
    return new OAuthFailure("invalid_client_metadata_url", description);
  }
}
