package dev.gatehouse.mcp;

import dev.gatehouse.cluster.NodeMessage;
import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Settings;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.PresentMembers;
import dev.gatehouse.mcp.call.ProtocolMeta;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.mcp.call.ServerInfo;
import dev.gatehouse.mcp.call.WatchedRequest;
import dev.gatehouse.mcp.legacy.LegacyEra;
import dev.gatehouse.mcp.method.ServerFeatures;
import dev.gatehouse.mcp.modern.ModernEra;
import dev.gatehouse.mcp.stream.StreamSlots;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.UnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** From a message to its answer: finds the era of each message and lets that era answer. */
@ApplicationScoped
public class McpDispatcher {
  private static final String CHANGE = "change";

  private ModernEra modern;
  private LegacyEra legacy;
  private List<Era> eras = List.of();
  private Nodes nodes = Nodes.none();

  @Inject
  void prepare(Settings settings, ServerFeatures features, Nodes others) {
    nodes = others;
    nodes.listen(CHANGE, message -> publish(Change.of(message.body())));
    ServerInfo server = ServerInfo.of(settings);
    StreamSlots slots = new StreamSlots(settings.maxStreams(), settings.maxStreamsPerCaller());
    modern = new ModernEra(server, features, settings, slots, nodes);
    legacy = new LegacyEra(server, features, settings, slots, nodes);
    eras = List.of(modern, legacy);
  }

  /**
   * The answer to a message; a stream only where the client takes one.
   *
   * @throws AccessDeniedException when the caller may not do what the message asks
   */
  public McpResponse answer(
      JsonRpcMessage received, McpHeaders headers, Authorization access, boolean mayStream) {
    JsonRpcMessage message = PresentMembers.of(received);
    if (message instanceof JsonRpcMessage.Request request) {
      return refusable(Optional.of(request), () -> answer(request, headers, access, mayStream));
    }
    if (message instanceof JsonRpcMessage.Batch batch) {
      return refusable(Optional.empty(), () -> legacy.answer(batch, headers, access));
    }
    return isModern(message, headers)
        ? McpResponse.accepted()
        : refusable(Optional.empty(), () -> legacy.accept(message, headers, access));
  }

  private McpResponse answer(
      JsonRpcMessage.Request request, McpHeaders headers, Authorization access, boolean mayStream) {
    RequestObservation observation = access.observe(new ReceivedRequest(request, headers));
    return WatchedRequest.answer(
        observation,
        () -> era(request, headers).answer(request, headers, access, mayStream, observation));
  }

  /** The stream of a session of the older revisions, which a GET asks for. */
  public McpResponse listen(McpHeaders headers, Authorization access) {
    return refusable(Optional.empty(), () -> legacy.listen(headers, access));
  }

  /** Ends a session of the older revisions, as a DELETE asks for. */
  public McpResponse end(McpHeaders headers, Authorization access) {
    return refusable(Optional.empty(), () -> legacy.end(headers, access));
  }

  private static McpResponse refusable(
      Optional<JsonRpcMessage.Request> request, Supplier<McpResponse> answer) {
    try {
      return answer.get();
    } catch (UnavailableException e) {
      return refusal(McpException.unavailable(e), request);
    } catch (McpException e) {
      return refusal(e, request);
    }
  }

  private static McpResponse refusal(McpException e, Optional<JsonRpcMessage.Request> request) {
    return new McpResponse.Immediate(
        e.status(),
        Optional.of(e.error().answer(request.map(JsonRpcMessage.Request::id))),
        Optional.empty(),
        e.retryAfter());
  }

  private Era era(JsonRpcMessage.Request request, McpHeaders headers) {
    if (ProtocolMeta.isClaimedBy(request.params())) {
      return modern;
    }
    if (!namesModern(headers)) {
      return legacy;
    }
    if (request.method().equals("initialize")) {
      throw McpException.badRequest(
          McpException.HEADER_MISMATCH,
          "initialize does not exist in the version that MCP-Protocol-Version names");
    }
    return modern;
  }

  /** Whether a message is of the era since 2026-07-28, however wrong it may be. */
  public static boolean isModern(JsonRpcMessage message, McpHeaders headers) {
    if (message instanceof JsonRpcMessage.Request request) {
      return ProtocolMeta.isClaimedBy(request.params()) || namesModern(headers);
    }
    return message instanceof JsonRpcMessage.Notification notification
        && (ProtocolMeta.isClaimedBy(notification.params()) || namesModern(headers));
  }

  private static boolean namesModern(McpHeaders headers) {
    return headers.protocolVersion().filter(ProtocolVersion::isModern).isPresent();
  }

  /** Tells everybody who wants to hear of it, in both eras and on all nodes. */
  void announce(Change change) {
    publish(change);
    nodes.tellSoon(new NodeMessage(CHANGE, "", change.toJson()));
  }

  private void publish(Change change) {
    eras.forEach(era -> era.publish(change));
  }

  /** How many streams of {@code subscriptions/listen} are open. */
  public int listeners() {
    return modern.listeners();
  }

  /** How many sessions of the older revisions this node keeps. */
  public int sessions() {
    return legacy.sessions();
  }

  /**
   * Ends what lived too long: streams without a valid token, idle sessions. For every now and then.
   */
  public void sweep(Instant now) {
    eras.forEach(era -> era.sweep(now));
  }

  /** Ends all streams and sessions, so that their clients come back to a node that stays. */
  @PreDestroy
  public void stop() {
    // No method reference: where the archive is gone already, it could not load what it needs.
    for (Era era : eras) {
      era.stop();
    }
  }
}
