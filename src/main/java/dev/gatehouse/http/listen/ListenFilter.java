package dev.gatehouse.http.listen;

import dev.gatehouse.http.Authorizations;
import dev.gatehouse.http.JsonResponses;
import dev.gatehouse.http.MediaTypes;
import dev.gatehouse.http.MessageReader;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.request.CurrentRequest;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.challenge.Challenges;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Decides everything that can be refused before the event sink is opened, after the token. */
@SseSubscription
@Priority(Priorities.AUTHENTICATION + 100)
@ApplicationScoped
public class ListenFilter implements ContainerRequestFilter, ContainerResponseFilter {
  @Inject MessageReader messages;
  @Inject PreparedListening prepared;
  @Inject McpDispatcher dispatcher;
  @Inject Authorizations authorizations;
  @Inject CallerHolder holder;
  @Inject Challenges challenges;
  @Inject CurrentRequest current;

  @Override
  public void filter(ContainerRequestContext request) {
    prepared.take();
    Optional<Response> answer =
        request.getMethod().equals(HttpMethod.GET)
            ? follow()
            : messages.answer(
                current.headers(),
                request.getEntityStream(),
                authorizations.current(),
                () -> false,
                this::answer);
    if (answer.isPresent()) {
      holder.clear();
      request.abortWith(answer.get());
    }
  }

  private Optional<Response> follow() {
    try {
      return answer(
          dispatcher.listen(new McpHeaders(current.headers().all()), authorizations.current()));
    } catch (InsufficientScopeException e) {
      return Optional.of(challenges.insufficientScopeInAll(e));
    }
  }

  private Optional<Response> answer(McpResponse response) {
    if (response instanceof McpResponse.Listening listening) {
      prepared.set(listening);
      return Optional.empty();
    }
    return Optional.of(JsonResponses.of((McpResponse.Immediate) response));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (MediaTypes.isEvents(response.getMediaType())) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform");
      response.getHeaders().putSingle("X-Accel-Buffering", "no");
    }
  }
}
