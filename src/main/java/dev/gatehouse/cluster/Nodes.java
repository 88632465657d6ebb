package dev.gatehouse.cluster;

import dev.gatehouse.config.Settings;
import dev.gatehouse.database.Database;
import dev.gatehouse.database.Schema;
import dev.gatehouse.json.Json;
import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.platform.ManagedExecutors;
import dev.gatehouse.tool.UnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** This node among others that use the same database; alone, where there is none. */
@ApplicationScoped
public class Nodes {
  private static final int MOST_WAITING = 10_000;

  private final BoundedLog log = BoundedLog.of(Nodes.class);
  private final String self = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Consumer<NodeMessage>> takers = new ConcurrentHashMap<>();
  private final AtomicBoolean telling = new AtomicBoolean();
  private final Set<NodeMessage> waiting = new LinkedHashSet<>();
  private Optional<Database> database = Optional.empty();
  private Optional<DatabaseChannel> rows = Optional.empty();
  private Optional<Heartbeats> heartbeats = Optional.empty();
  private Optional<NodeChannel> channel = Optional.empty();
  private Optional<Doorbell> doorbell = Optional.empty();
  private Executor executor = Runnable::run;
  private InOrder taking = new InOrder(executor);

  @Inject
  void join(Database shared, @Any Instance<NodeChannel> own, Instance<Settings> settings) {
    if (shared.isPresent()) {
      workBeside(ManagedExecutors.executor());
      join(shared, own.isUnsatisfied() ? Optional.empty() : Optional.of(own.get()));
      if (!settings.isResolvable() || settings.get().listensToDatabase()) {
        hearAtOnce(shared, ManagedExecutors.threads());
      }
    }
  }

  void workBeside(Executor others) {
    executor = others;
    taking = new InOrder(others);
  }

  private void hearAtOnce(Database shared, ThreadFactory threads) {
    doorbell = rows.map(there -> new Doorbell(shared, there, threads));
  }

  private void join(Database shared, Optional<NodeChannel> own) {
    database = Optional.of(shared);
    if (own.isEmpty()) {
      rows = Optional.of(new DatabaseChannel(shared, Clock.systemUTC()));
    }
    heartbeats = Optional.of(new Heartbeats(shared, Clock.systemUTC(), self));
    channel = own.or(() -> rows);
    channel.get().receive(this::take);
  }

  /** Alone. */
  public static Nodes none() {
    return new Nodes();
  }

  /** One of those that use this database. */
  public static Nodes of(Database shared) {
    Nodes nodes = new Nodes();
    nodes.join(shared, Optional.empty());
    return nodes;
  }

  /** The same, which hears the others at once where it can. */
  static Nodes of(Database shared, ThreadFactory threads) {
    Nodes nodes = of(shared);
    nodes.hearAtOnce(shared, threads);
    return nodes;
  }

  /** The same, with a broker of the company's own. */
  static Nodes of(Database shared, NodeChannel own) {
    Nodes nodes = new Nodes();
    nodes.join(shared, Optional.of(own));
    return nodes;
  }

  @Produces
  static Schema schema() {
    return Schema.of("nodes", Nodes.class, "0001-nodes.sql", "0002-tasks.sql");
  }

  /** The name of this node, until it ends. */
  public String self() {
    return self;
  }

  /** The database that all have; empty for a node that is alone. */
  public Optional<Database> database() {
    return database;
  }

  /** Has messages of a kind from other nodes handed to somebody; more than once for some. */
  public void listen(String kind, Consumer<NodeMessage> taker) {
    takers.put(kind, taker);
  }

  /**
   * Tells the others; nothing where there are none.
   *
   * @throws UnavailableException when they can't be told now
   */
  public void tell(NodeMessage message) {
    channel.ifPresent(
        there ->
            there.send(
                Json.createObjectBuilder()
                    .add("node", self)
                    .add("kind", message.kind())
                    .add("target", message.target())
                    .add("body", message.body())
                    .build()
                    .toString()));
  }

  /** Tells the others soon, in this order, as often as it takes; for what may be told twice. */
  public void tellSoon(NodeMessage message) {
    if (channel.isEmpty()) {
      return;
    }
    synchronized (waiting) {
      if (waiting.size() < MOST_WAITING) {
        waiting.add(message);
      }
    }
    executor.execute(this::tellWaiting);
  }

  // One at a time, and without a lock on what waits: a database may take its time.
  private void tellWaiting() {
    if (!telling.compareAndSet(false, true)) {
      return;
    }
    try {
      for (Optional<NodeMessage> next = next(); next.isPresent(); next = next()) {
        tell(next.get());
        synchronized (waiting) {
          waiting.remove(next.get());
        }
      }
    } catch (UnavailableException e) {
      // The database's own lines say so; what waits is told later.
    } finally {
      telling.set(false);
    }
  }

  private Optional<NodeMessage> next() {
    synchronized (waiting) {
      return waiting.stream().findFirst();
    }
  }

  /** Takes what others have told; to be called every second. */
  public void poll() {
    if (database.filter(Database::isReady).isEmpty()) {
      return;
    }
    try {
      tellWaiting();
      rows.ifPresent(DatabaseChannel::poll);
      heartbeats.ifPresent(Heartbeats::beat);
      doorbell.ifPresent(Doorbell::attend);
    } catch (UnavailableException e) {
      // The same: what others told is read later.
    }
  }

  /**
   * Has the others know of this node from now on.
   *
   * @throws UnavailableException when they can't be told now
   */
  public void enter() {
    heartbeats.ifPresent(Heartbeats::enter);
  }

  /**
   * Whether a node has left or was not heard of for ten seconds.
   *
   * @throws UnavailableException when that can't be known now
   */
  public boolean isGone(String node) {
    return heartbeats.map(there -> there.isGone(node)).orElse(!node.equals(self));
  }

  /** Says that this node leaves, as far as that can be said. */
  @PreDestroy
  void leave() {
    doorbell.ifPresent(Doorbell::close);
    try {
      heartbeats.ifPresent(Heartbeats::leave);
    } catch (RuntimeException e) {
      log.log(Level.DEBUG, "The others will find out by themselves that this node has left", e);
    }
  }

  /** Forgets what all have read. */
  public void sweep() {
    if (database.filter(Database::isReady).isEmpty()) {
      return;
    }
    try {
      rows.ifPresent(DatabaseChannel::sweep);
    } catch (UnavailableException e) {
      // Old rows can wait.
    }
  }

  // What is told may end a call, and run what its author wrote for that: not on the thread that
  // hears and beats.
  private void take(String text) {
    taking.execute(() -> hand(text));
  }

  private void hand(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      if (!json.getString("node").equals(self)) {
        Optional.ofNullable(takers.get(json.getString("kind")))
            .ifPresent(
                taker ->
                    taker.accept(
                        new NodeMessage(
                            json.getString("kind"),
                            json.getString("target"),
                            json.getJsonObject("body"))));
      }
    } catch (JsonException | NullPointerException | ClassCastException e) {
      log.log(Level.WARNING, "Another node told something that is not understood here");
    } catch (RuntimeException e) {
      log.log(Level.ERROR, "What another node told could not be done", e);
    }
  }
}
