package dev.gatehouse.http;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.challenge.Challenges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** What no resource answered, as JSON: a status and a fixed sentence, never a stack trace. */
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {
  private static final BoundedLog LOG = BoundedLog.of(FailureMapper.class);

  @Inject Challenges challenges;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof InsufficientScopeException e) {
      return challenges.insufficientScope(e);
    }
    if (failure instanceof WebApplicationException e) {
      return refused(e.getResponse());
    }
    LOG.log(Level.ERROR, "A request failed", failure);
    return JsonResponses.of(
        500,
        new JsonRpcError(JsonRpcError.INTERNAL_ERROR, "The server failed; see its log")
            .answer(Optional.empty()));
  }

  private static Response refused(Response response) {
    int status = response.getStatus();
    var answer =
        Response.fromResponse(
            JsonResponses.error(status, response.getStatusInfo().getReasonPhrase()));
    String allow = response.getHeaderString(HttpHeaders.ALLOW);
    if (allow != null) {
      answer.header(HttpHeaders.ALLOW, allow);
    }
    return answer.build();
  }
}
