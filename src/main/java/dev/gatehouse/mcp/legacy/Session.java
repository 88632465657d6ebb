package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.StreamedCall;
import dev.gatehouse.mcp.legacy.directory.SessionDirectory;
import dev.gatehouse.mcp.legacy.directory.SessionPreferences;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.mcp.stream.Connection;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one client and this node know of each other since their handshake.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">MCP
 *     sessions</a>
 */
final class Session {
  private final String id;
  private final SessionTraits traits;
  private final SessionDirectory directory;
  private final Clock clock;
  private final RunningRequests calls;
  private final ServerRequests questions;
  private final ResourceSubscriptions subscriptions = new ResourceSubscriptions();
  private final SessionStreams streams;
  private volatile LogLevel logLevel = LogLevel.INFO;
  private volatile Instant lastUsed;

  Session(String id, SessionTraits traits, EventLog log, SessionDirectory directory, Clock clock) {
    this.id = id;
    this.traits = traits;
    this.directory = directory;
    this.clock = clock;
    this.calls = new RunningRequests(clock, this::touch);
    this.questions = new ServerRequests(directory.node());
    this.streams =
        new SessionStreams(traits.version(), EventId.firstOf(directory.node()), log, this::touch);
    touch();
  }

  String id() {
    return id;
  }

  String owner() {
    return traits.owner();
  }

  String version() {
    return traits.version();
  }

  ClientCapabilities capabilities() {
    return traits.capabilities();
  }

  /** The least severe that the client wants; INFO, as the server may choose, until it says so. */
  LogLevel logLevel() {
    return logLevel;
  }

  /** The same, if another node was told since, too; for a call that is about to log. */
  LogLevel currentLogLevel() {
    directory.preferences(id).ifPresent(this::prefer);
    return logLevel;
  }

  void logLevel(LogLevel level) {
    logLevel = level;
    save();
  }

  /** False for one too many, or too long. */
  boolean subscribe(String uri) {
    boolean added = subscriptions.add(uri);
    if (added) {
      save();
    }
    return added;
  }

  void unsubscribe(String uri) {
    subscriptions.remove(uri);
    save();
  }

  private void save() {
    directory.save(id, new SessionPreferences(logLevel, subscriptions.all()));
  }

  /** What its client has set on another node. */
  void prefer(SessionPreferences preferences) {
    logLevel = preferences.logLevel();
    subscriptions.replace(preferences.followed());
  }

  boolean isSubscribed(String uri) {
    return subscriptions.contains(uri);
  }

  /** Whether the client is to be told; of lists, every client is. */
  boolean wants(Change change) {
    return !(change instanceof Change.OfResource resource) || isSubscribed(resource.uri());
  }

  /** The client is there. */
  void touch() {
    lastUsed = clock.instant();
  }

  Instant lastUsed() {
    return lastUsed;
  }

  boolean hasRunningCalls() {
    return calls.areRunning();
  }

  /** Whether time does not count now. */
  boolean isInUse() {
    return hasRunningCalls() || streams.areConnected();
  }

  /** Lets the client cancel a request until it is done, or refuses an id that is in use. */
  RunningRequests.Running running(JsonRpcId request, CallCancellation cancellation) {
    return calls.add(request, cancellation);
  }

  /**
   * Cancels a request, or the one that comes with this id within the next seconds; false when none
   * ran here.
   */
  boolean cancel(JsonRpcId request, Optional<String> reason) {
    return calls.cancel(request, reason);
  }

  /** Has the node that waits for a message of this client take it. */
  void pass(JsonObject message) {
    directory.pass(id, message);
  }

  /** The stream of one call, on this connection for now. */
  ResumableStream openCall(Connection out, JsonRpcId request, Optional<MethodCall> call) {
    return streams.openCall(out, request, call);
  }

  /** Opens the stream of what belongs to no call; false when it is open. */
  boolean openGet(Listener listener) {
    return streams.openGet(listener);
  }

  boolean isGetOpen() {
    return streams.isGetOpen();
  }

  /** Sends a change, which belongs to no call, or keeps it until somebody listens. */
  void notify(JsonObject message) {
    streams.tell(message);
  }

  /** Goes on with a stream after an event; false when it can't. */
  boolean resume(String lastEventId, Listener listener) {
    return streams.resume(lastEventId, listener);
  }

  /** Whether another node has the stream of this event. */
  boolean isElsewhere(EventId event) {
    return !directory.node().isEmpty() && !event.node().equals(directory.node());
  }

  /** Says that anything may have changed, since nobody knows what was told. */
  void suspectChanges() {
    Stream.concat(
            Stream.of(Change.OfList.values()),
            subscriptions.all().stream().map(Change.OfResource::new))
        .forEach(
            change -> notify(StreamedCall.notification(change.method(), change.params().build())));
  }

  /** Whether this event was one of this session, and its stream is not forgotten. */
  boolean knows(String lastEventId) {
    return streams.knows(lastEventId);
  }

  /** Whether too many connections of its stream wait for a client that does not read. */
  boolean isCrowded(String lastEventId) {
    return streams.isCrowded(lastEventId);
  }

  /** Ends the connections whose token counts no more. */
  void closeExpired(Instant now) {
    streams.closeExpired(now);
  }

  /** What was called, of whose stream this event is. */
  Optional<MethodCall> call(String lastEventId) {
    return streams.call(lastEventId);
  }

  /** Whether this was the last event of a stream that ended. */
  boolean isAtEnd(String lastEventId) {
    return streams.isAtEnd(lastEventId);
  }

  /**
   * Asks the client and waits for its result.
   *
   * @throws dev.gatehouse.interaction.UnansweredException when there is none
   */
  JsonObject ask(ResumableStream stream, String method, JsonObject params, Duration atMost) {
    return questions.ask(stream, method, params, atMost);
  }

  /** Takes an answer of the client; false when nobody waits for it. */
  boolean reply(JsonObject reply) {
    return questions.reply(reply);
  }

  /** Cancels what runs, fails what was asked and closes all connections. */
  void end() {
    calls.end();
    questions.end();
    streams.end();
  }
}
