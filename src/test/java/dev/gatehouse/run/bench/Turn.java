package dev.gatehouse.run.bench;

import dev.gatehouse.run.bench.Usage.Used;
import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One server in one round: starts, gets warm, is measured, ends. */
final class Turn {
  private static final Duration START = Duration.ofMinutes(5);
  // A node keeps 10,000, and that of the clients that are measured would be the first to go.
  private static final int MOST_SESSIONS = 9_990;
  // So that the threads of the JIT compilers get their share of the CPU.
  private static final int FEW = 2;
  private static final int LEAST_CASES = 12;
  private static final String AUDIT = "dev.gatehouse.audit.events";
  // All servers alike, however they are started; refusals are what is measured, so none is limited.
  private static final String HEAP = "-Xms256m -Xmx512m";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "JDK_JAVA_OPTIONS", HEAP,
          "JBOSS_JAVA_SIZING", HEAP,
          "MCP_QUOTA_REFUSALS_ADDRESS", "0");

  private final Subject subject;
  private final int round;
  private final Options options;
  private final Surroundings around;
  private final Tokens tokens;
  private final List<Measurement> measurements = new ArrayList<>();
  private final Map<Era, Talk> talks = new EnumMap<>(Era.class);
  private String todo = "";
  private WarmUp warmUp = new WarmUp(0, 0);
  private boolean grown;

  Turn(Subject subject, int round, Options options, Surroundings around, Tokens tokens) {
    this.subject = subject;
    this.round = round;
    this.options = options;
    this.around = around;
    this.tokens = tokens;
  }

  /** Its measurements are there afterwards. */
  Life take() throws IOException, InterruptedException {
    int port = FreePorts.next();
    URI url = URI.create("http://127.0.0.1:" + port + "/mcp");
    Map<String, String> environment = new HashMap<>(around.environment());
    environment.putAll(ENVIRONMENT);
    try (ServerProcess process = subject.start(around, port, environment)) {
      long started = System.nanoTime();
      process.awaitStatus(url, 401, START);
      for (Era era : subject.eras()) {
        talks.put(era, Talk.begin(url, era, tokens.one()));
      }
      talks.get(subject.eras().get(0)).todos();
      double seconds = (System.nanoTime() - started) / 1e9;
      todo = talks.get(subject.eras().get(0)).fill();
      try (Observed observed = Observed.of(process.pid())) {
        List<Case> cases = Case.of(subject);
        warm(observed, cases);
        for (Case what : cases) {
          measurements.add(measure(observed, what));
        }
        return new Life(
            subject.name(),
            round,
            seconds,
            process.residentBytes() / 1048576.0,
            warmUp.seconds(),
            warmUp.jitShare());
      }
    }
  }

  List<Measurement> measurements() {
    return List.copyOf(measurements);
  }

  private Driven drive(Case what, double seconds) throws IOException, InterruptedException {
    return drive(what, ClosedLoop.CONNECTIONS, seconds);
  }

  private Driven drive(Case what, int connections, double seconds)
      throws IOException, InterruptedException {
    Client client = talks.get(what.era()).client();
    return new ClosedLoop(client, what, tokens, todo).run(connections, seconds);
  }

  /** Others come, and stay. */
  private void grow() throws IOException, InterruptedException {
    grown = true;
    Client stateless = talks.get(Era.MODERN).client();
    Client newcomer = new Client(stateless.url(), Era.EARLIER, Optional.empty());
    String title = "Water the plants";
    fill(newcomer, Kind.OTHERS_SESSION, title, Math.min(options.others() / 10, MOST_SESSIONS));
    fill(stateless, Kind.OTHERS_TODO, title, options.others());
  }

  private void fill(Client client, Kind kind, String argument, int count)
      throws IOException, InterruptedException {
    AtomicInteger left = new AtomicInteger(count);
    Driven driven =
        new ClosedLoop(client, new Case(kind, client.era()), tokens, argument)
            .run(ClosedLoop.CONNECTIONS, () -> left.decrementAndGet() >= 0);
    if (driven.right() < count) {
      throw new IOException(
          "Only %d of %d times there was %s".formatted(driven.right(), count, kind.title));
    }
  }

  // What one case has the JIT compile, another one has it compile anew: so all of them first, and
  // few of them more than once.
  private void warm(Observed observed, List<Case> cases) throws IOException, InterruptedException {
    List<Case> first = cases.stream().filter(what -> what.kind() != Kind.GROWN).toList();
    for (int done = 0; done < LEAST_CASES; done += first.size()) {
      for (Case what : first) {
        WarmUp one = WarmUp.of(observed, seconds -> drive(what, FEW, seconds), options.warmUp());
        warmUp = warmUp.and(new WarmUp(one.seconds(), 0));
      }
    }
  }

  private Measurement measure(Observed observed, Case what)
      throws IOException, InterruptedException {
    if (what.kind() == Kind.UNAUDITED) {
      observed.level(AUDIT, "OFF");
    } else if (what.kind() == Kind.GROWN && !grown) {
      grow();
    } else if (what.kind() == Kind.POOL) {
      fill(talks.get(what.era()).client(), Kind.POOL, todo, options.tokens());
    }
    warmUp = warmUp.and(WarmUp.of(observed, seconds -> drive(what, seconds), options.warmUp()));
    double calibration = Calibration.millis();
    Usage before = observed.before();
    Driven driven = drive(what, options.seconds());
    Used used = observed.after().since(before);
    calibration = (calibration + Calibration.millis()) / 2;
    if (what.kind() == Kind.UNAUDITED) {
      observed.level(AUDIT, "");
    }
    return new Measurement(subject.name(), what, round, driven, used, calibration);
  }
}
