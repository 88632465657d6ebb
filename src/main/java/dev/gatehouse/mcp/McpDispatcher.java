package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.ModernEra.META_VERSION;

import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.CancelledException;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.config.Settings;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** From a message to its answer: finds the era of each message and lets that era answer. */
@ApplicationScoped
public class McpDispatcher {
  private static final Logger LOG = System.getLogger(McpDispatcher.class.getName());

  private static final ClientChannel NOBODY = (method, params) -> {};

  private Era modern;
  private Era legacy;
  private LegacyBatches batches;

  @Inject
  void prepare(Settings settings, ToolRegistry registry) {
    ServerInfo server = ServerInfo.of(settings);
    modern = new ModernEra(server, registry);
    legacy = new LegacyEra(server, registry);
    batches = new LegacyBatches(legacy);
  }

  /**
   * The answer to a message; a stream only where the client takes one.
   *
   * @throws AccessDeniedException when the caller may not do what the message asks
   */
  public McpResponse answer(
      JsonRpcMessage message, McpHeaders headers, Access access, boolean mayStream) {
    if (message instanceof JsonRpcMessage.Request request) {
      return answer(request, headers, access, mayStream);
    }
    if (message instanceof JsonRpcMessage.Batch batch) {
      return batches.answer(batch, headers, access);
    }
    return accept(message, headers);
  }

  private McpResponse answer(
      JsonRpcMessage.Request request, McpHeaders headers, Access access, boolean mayStream) {
    try {
      Era.Call call = era(request, headers).prepare(request, headers, access);
      return mayStream && call.streams()
          ? new McpResponse.Streamed(new StreamedCall(request, call)::run)
          : McpResponse.ok(result(request, call));
    } catch (McpException e) {
      return McpResponse.of(e.status(), e.error().answer(Optional.of(request.id())));
    }
  }

  private Era era(JsonRpcMessage.Request request, McpHeaders headers) {
    if (claimsVersion(request.params())) {
      return modern;
    }
    Optional<String> header = headers.protocolVersion();
    boolean modernHeader = header.filter(ProtocolVersion::isModern).isPresent();
    if (request.method().equals("initialize")) {
      if (modernHeader) {
        throw McpException.badRequest(
            McpException.HEADER_MISMATCH,
            "initialize does not exist in the version that MCP-Protocol-Version names");
      }
      return legacy;
    }
    if (modernHeader) {
      return modern;
    }
    checkLegacyVersion(header);
    return legacy;
  }

  private static void checkLegacyVersion(Optional<String> header) {
    if (header.filter(value -> !ProtocolVersion.LEGACY_SUPPORTED.contains(value)).isPresent()) {
      throw McpException.badRequest(
          JsonRpcError.INVALID_REQUEST, "MCP-Protocol-Version names an unsupported version");
    }
  }

  static boolean claimsVersion(JsonObject params) {
    return params.get("_meta") instanceof JsonObject meta && meta.containsKey(META_VERSION);
  }

  private McpResponse accept(JsonRpcMessage message, McpHeaders headers) {
    try {
      boolean modernNotification =
          message instanceof JsonRpcMessage.Notification notification
              && (claimsVersion(notification.params())
                  || headers.protocolVersion().filter(ProtocolVersion::isModern).isPresent());
      if (!modernNotification) {
        checkLegacyVersion(headers.protocolVersion());
      }
      return McpResponse.accepted();
    } catch (McpException e) {
      return McpResponse.of(e.status(), e.error().answer(Optional.empty()));
    }
  }

  /** Runs a call that nobody follows. */
  static JsonObject result(JsonRpcMessage.Request request, Era.Call call) {
    return result(request, call, NOBODY, new Cancellation());
  }

  /**
   * Runs a call; what goes wrong unexpectedly is logged once and answered with a fixed sentence.
   */
  static JsonObject result(
      JsonRpcMessage.Request request,
      Era.Call call,
      ClientChannel channel,
      Cancellation cancellation) {
    try {
      return JsonRpcCodec.answer(request.id(), call.run(channel, cancellation));
    } catch (AccessDeniedException | CancelledException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      // Errors of this tool alone; those of the whole machine, such as no memory, go on up.
      Level level = cancellation.isRequested() ? Level.DEBUG : Level.ERROR;
      LOG.log(level, "Method " + request.method() + " failed", e);
      return new JsonRpcError(JsonRpcError.INTERNAL_ERROR, "The server failed; see its log")
          .answer(Optional.of(request.id()));
    }
  }
}
