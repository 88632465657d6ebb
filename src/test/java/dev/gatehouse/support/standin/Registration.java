package dev.gatehouse.support.standin;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dynamic client registration (RFC 7591) with the additional fields of Scalekit's answer. */
final class Registration implements Endpoint {
  private static final int REDIRECT_URI_LIMIT = 16;
  private static final int NAME_LIMIT = 100;

  private final TokenIssuer issuer;
  private final Clients clients;

  Registration(TokenIssuer issuer, Clients clients) {
    this.issuer = issuer;
    this.clients = clients;
  }

  @Override
  public Answer answer(Call call) throws OAuthFailure {
    Map<String, Object> metadata = call.json();
    Client client =
        Client.forUsers(RandomId.withPrefix("m2m_"), name(metadata), redirectUris(metadata));
    clients.register(client);
    return Answer.json(201, answer(client)).notStored();
  }

  private Map<String, Object> answer(Client client) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("client_id", client.id());
    answer.put("client_id_issued_at", issuer.clock().instant().getEpochSecond());
    answer.put("client_name", client.name());
    answer.put("name", client.name());
    answer.put("resource_id", issuer.settings().resourceId());
    answer.put("redirect_uris", client.redirectUris());
    answer.put("grant_types", List.of("authorization_code", "refresh_token"));
    answer.put("response_types", List.of("code"));
    answer.put("token_endpoint_auth_method", "none");
    return answer;
  }

  private static String name(Map<String, Object> metadata) throws OAuthFailure {
    try {
      String name = JSONObjectUtils.getString(metadata, "client_name");
      if (name != null && name.length() > NAME_LIMIT) {
        throw refused("The client name is too long.");
      }
      return name == null ? "a client without a name" : name;
    } catch (ParseException e) {
      throw refused("The client name is not a string.");
    }
  }

  private static List<String> redirectUris(Map<String, Object> metadata) throws OAuthFailure {
    try {
      List<String> uris = JSONObjectUtils.getStringList(metadata, "redirect_uris");
      if (RedirectUri.areAcceptable(uris) && uris.size() <= REDIRECT_URI_LIMIT) {
        return uris;
      }
    } catch (ParseException e) {
      // as below
    }
    throw new OAuthFailure(
        "invalid_redirect_uri", "Redirect URIs are https, http on loopback, or an app's scheme.");
  }

  private static OAuthFailure refused(String description) {
    return new OAuthFailure("invalid_client_metadata", description);
  }
}
