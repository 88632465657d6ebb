package dev.gatehouse.mcp;

import dev.gatehouse.bean.AccessDeniedException;
import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.CancelledException;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.config.Settings;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.log.BoundedLog;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** From a message to its answer: finds the era of each message and lets that era answer. */
@ApplicationScoped
public class McpDispatcher {
  private static final BoundedLog LOG = BoundedLog.of(McpDispatcher.class);

  /** For calls that nobody reads along. */
  static final ClientChannel NOBODY = (method, params) -> {};

  private final ExpiringStreams expiring = new ExpiringStreams();
  private final LegacySessions sessions =
      new LegacySessions(LegacyLimits.usual(), Clock.systemUTC());
  private final LegacyDoor door = new LegacyDoor(sessions);
  private Subscriptions subscriptions;
  private Era modern;
  private LegacyEra legacy;
  private LegacyBatches batches;

  @Inject
  void prepare(Settings settings, Offer offer) {
    ServerInfo server = ServerInfo.of(settings);
    Rounds rounds = new Rounds(StateSeal.of(settings), Clock.systemUTC());
    subscriptions = new Subscriptions(SubscriptionLimits.of(settings));
    modern = new ModernEra(server, offer, rounds, subscriptions);
    legacy = new LegacyEra(server, offer, sessions);
    batches = new LegacyBatches(legacy, door);
  }

  /**
   * The answer to a message; a stream only where the client takes one.
   *
   * @throws AccessDeniedException when the caller may not do what the message asks
   */
  public McpResponse answer(
      JsonRpcMessage message, McpHeaders headers, Access access, boolean mayStream) {
    return refusable(
        message instanceof JsonRpcMessage.Request request ? Optional.of(request) : Optional.empty(),
        () -> {
          if (message instanceof JsonRpcMessage.Request request) {
            Passage passage = access.watch().arrived(new Arrived(request, headers));
            return WatchedRequest.answer(
                passage,
                () -> era(request, headers).answer(request, headers, access, mayStream, passage));
          }
          if (message instanceof JsonRpcMessage.Batch batch) {
            return batches.answer(batch, headers, access);
          }
          return isModern(message, headers)
              ? McpResponse.accepted()
              : door.accept(message, headers, access);
        });
  }

  /** The stream of a session of the older revisions, which a GET asks for. */
  public McpResponse listen(McpHeaders headers, Access access) {
    return refusable(Optional.empty(), () -> door.listen(headers, access, expiring));
  }

  /** Ends a session of the older revisions, as a DELETE asks for. */
  public McpResponse end(McpHeaders headers, Access access) {
    return refusable(Optional.empty(), () -> door.end(headers, access));
  }

  private static McpResponse refusable(
      Optional<JsonRpcMessage.Request> request, Supplier<McpResponse> answer) {
    try {
      return answer.get();
    } catch (McpException e) {
      return new McpResponse.Immediate(
          e.status(),
          Optional.of(e.error().answer(request.map(JsonRpcMessage.Request::id))),
          Optional.empty(),
          e.retryAfter());
    }
  }

  private Era era(JsonRpcMessage.Request request, McpHeaders headers) {
    if (ModernEnvelope.isClaimedBy(request.params())) {
      return modern;
    }
    boolean modernHeader = headers.protocolVersion().filter(ProtocolVersion::isModern).isPresent();
    if (!modernHeader) {
      return legacy;
    }
    if (request.method().equals("initialize")) {
      throw McpException.badRequest(
          McpException.HEADER_MISMATCH,
          "initialize does not exist in the version that MCP-Protocol-Version names");
    }
    return modern;
  }

  private static boolean isModern(JsonRpcMessage message, McpHeaders headers) {
    return message instanceof JsonRpcMessage.Notification notification
        && (ModernEnvelope.isClaimedBy(notification.params())
            || headers.protocolVersion().filter(ProtocolVersion::isModern).isPresent());
  }

  /** Tells everybody who wants to hear of it, in both eras. */
  void announce(Change change) {
    subscriptions.publish(change);
    sessions.publish(change);
  }

  /** How many streams of {@code subscriptions/listen} are open. */
  public int listeners() {
    return subscriptions.size();
  }

  /** How many sessions of the older revisions this node keeps. */
  public int sessions() {
    return sessions.size();
  }

  /**
   * Ends what lived too long: streams without a valid token, idle sessions. For every now and then.
   */
  public void sweep(Instant now) {
    subscriptions.closeExpired(now);
    expiring.closeExpired(now);
    sessions.sweep();
  }

  /** Ends all streams and sessions, so that their clients come back to a node that stays. */
  @PreDestroy
  public void stop() {
    subscriptions.stop();
    sessions.endAll();
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
    } catch (AccessDeniedException | CancelledException | McpException e) {
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
