package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.outcome.NotAllowedException;
import dev.gatehouse.jsonrpc.JsonRpcError;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A method of a bean, ready to answer a request that passed all checks, whichever era asked.
 *
 * @param name what the client called it: the tool's or prompt's name, the resource's URI
 * @param arguments what the client sent along
 * @param uses what the method takes of the call itself
 * @param notAllowed the result for a caller whom the application does not let in
 * @param attempt what its watch sees; empty if there is no method to call
 */
public record PreparedCall(
    String name,
    JsonObject arguments,
    Set<ContextParameter> uses,
    Function<Exchange, JsonObjectBuilder> body,
    Function<NotAllowedException, JsonObjectBuilder> notAllowed,
    Optional<MethodCall> attempt) {
  // JSON-RPC 2.0, 5.1 leaves codes outside its reserved range to applications.
  private static final int NOT_ALLOWED = 403;

  /** For what has no result that says so: a JSON-RPC error. */
  public static JsonObjectBuilder refuse(NotAllowedException e) {
    throw McpException.inBand(new JsonRpcError(NOT_ALLOWED, e.getMessage()));
  }

  /** The last check before the method runs. */
  public CallEnd admit(Authorization access) {
    try {
      return attempt.map(access::admit).orElse(CallEnd.NONE);
    } catch (CallRefusedException e) {
      throw McpException.of(e.status(), new JsonRpcError(e.code(), e.getMessage()), e.retryAfter());
    }
  }
}
