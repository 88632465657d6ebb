package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientChannel;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.CancelledException;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.UnavailableException;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Runs a call and keeps what goes wrong in it from its client: a line in the log, a sentence. */
public final class CallRunner {
  private static final BoundedLog LOG = BoundedLog.of(CallRunner.class);
  private static final ClientChannel NOBODY = (method, params) -> {};

  private CallRunner() {}

  /** The JSON-RPC answer of a call that nobody follows. */
  public static JsonObject run(JsonRpcMessage.Request request, Era.Call call) {
    return run(request, call, new CallCancellation());
  }

  /** The same for a call that can be cancelled. */
  public static JsonObject run(
      JsonRpcMessage.Request request, Era.Call call, Cancellation cancellation) {
    return run(request, call, NOBODY, cancellation);
  }

  static JsonObject run(
      JsonRpcMessage.Request request,
      Era.Call call,
      ClientChannel channel,
      Cancellation cancellation) {
    try {
      return JsonRpcCodec.answer(request.id(), call.run(channel, cancellation));
    } catch (AccessDeniedException | CancelledException | McpException e) {
      throw e;
    } catch (UnavailableException e) {
      throw McpException.unavailable(e);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      // Errors of this tool alone; those of the whole machine, such as no memory, go on up.
      Level level = cancellation.isRequested() ? Level.DEBUG : Level.ERROR;
      LOG.log(level, "Method " + request.method() + " failed", e);
      return new JsonRpcError(JsonRpcError.INTERNAL_ERROR, "The server failed; see its log")
          .answer(Optional.of(request.id()));
    }
  }
}
