package dev.gatehouse.support.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The authorization endpoint, and the decision that a user takes on its page. */
final class Authorization {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PENDING_LIMIT = 200;
  private static final int SEEN_LIMIT = 100;

  private final TokenIssuer issuer;
  private final Clients clients;
  private final Grants grants;
  private final boolean autoApprove;
  private final BoundedMap<Pending> pending = new BoundedMap<>(PENDING_LIMIT);
  private final Deque<AuthorizationRequestSeen> seen = new ArrayDeque<>();

  Authorization(TokenIssuer issuer, Clients clients, Grants grants, boolean autoApprove) {
    this.issuer = issuer;
    this.clients = clients;
    this.grants = grants;
    this.autoApprove = autoApprove;
  }

  /** The endpoint of this issuer. */
  Endpoint of(String issuerUrl) {
    return call -> begin(issuerUrl, call);
  }

  synchronized List<AuthorizationRequestSeen> seen() {
    return List.copyOf(seen);
  }

  private Answer begin(String issuerUrl, Call call) {
    remember(AuthorizationRequestSeen.of(call.query()));
    AuthorizationRequest request;
    try {
      Client client = clients.requesting(call.query().required("client_id"), call);
      String redirectUri = call.query().required("redirect_uri");
      if (!client.mayRedirectTo(redirectUri)) {
        throw OAuthFailure.invalidRequest("The redirect URI is not registered for the client.");
      }
      request = new AuthorizationRequest(client, redirectUri, issuerUrl, call.query());
    } catch (OAuthFailure failure) {
      // The client is not known for sure, so the person is told and nobody is redirected to.
      return Page.failure(failure);
    }
    try {
      request.check(issuer.settings());
    } catch (OAuthFailure failure) {
      return Answer.redirect(302, request.refused(failure));
    }
    return autoApprove
        ? grant(302, User.named(call.query().first("login_hint")).orElse(User.ALICE), request)
        : ask(request, Optional.empty());
  }

  /** Takes the page's form. */
  Answer decide(Call call) throws OAuthFailure {
    Parameters form = call.form();
    String site = call.header("Sec-Fetch-Site").orElse("same-origin");
    var found = pending.take(form.first("request")).filter(this::isCurrent);
    if (found.isEmpty() || !site.equals("same-origin")) {
      return Page.failure(OAuthFailure.invalidRequest("This page was used before, or is too old."));
    }
    AuthorizationRequest request = found.get().request();
    if (!form.first("decision").equals("allow")) {
      var denied = new OAuthFailure("access_denied", "The user said no.");
      return Answer.redirect(303, request.refused(denied));
    }
    String name = form.first("username");
    return User.signedIn(name, form.first("password"))
        .map(user -> grant(303, user, request))
        .orElseGet(() -> ask(request, Optional.of(name)));
  }

  private Answer ask(AuthorizationRequest request, Optional<String> rejectedName) {
    String id = RandomId.secret();
    pending.put(id, new Pending(request, issuer.clock().instant().plus(PATIENCE)));
    return Page.consent(id, request, issuer.settings(), rejectedName);
  }

  private Answer grant(int status, User user, AuthorizationRequest request) {
    Scopes scopes = issuer.policy().granted(request.scopes(issuer.settings()));
    String nonce = request.query().first("nonce");
    var grant = new Grant(user, request.client().id(), scopes, nonce);
    return Answer.redirect(status, request.granted(grants.issueCode(grant, request)));
  }

  private boolean isCurrent(Pending candidate) {
    return issuer.clock().instant().isBefore(candidate.expires());
  }

  private synchronized void remember(AuthorizationRequestSeen request) {
    seen.add(request);
    if (seen.size() > SEEN_LIMIT) {
      seen.remove();
    }
  }

  private record Pending(AuthorizationRequest request, Instant expires) {}
}
