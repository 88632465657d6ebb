package dev.gatehouse.run.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Measures what a request costs Gatehouse on each server, and others beside it, in rounds; writes
 * the page. Nothing stays when it ends, however it ends.
 */
public final class Benchmark {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Benchmark() {}

  /** Argument: the folder of the page. What to measure is in {@code -Dbench.*}. */
  public static void main(String[] args) throws Exception {
    endWithParent();
    Options options = Options.ofSystem();
    Maven maven = new Maven();
    for (Subject subject : options.subjects()) {
      say("Getting " + subject.name() + " ready");
      subject.prepare(maven);
    }
    Results results = new Results();
    try (Issuer issuer = new Issuer()) {
      Tokens tokens = issuer.tokens(options.tokens());
      for (int round = 1; round <= options.rounds(); round++) {
        for (Subject subject : options.subjects()) {
          take(new Turn(subject, round, options, issuer, tokens), results);
        }
      }
    }
    List<String> inner = options.inner() ? Inner.run(options.seconds()) : List.of("Left out.");
    new PerformancePage(results, options).write(Path.of(args[0]), inner);
    System.exit(0);
  }

  private static void take(Turn turn, Results results) throws IOException, InterruptedException {
    Life life = turn.take();
    results.add(life, turn.measurements());
    say(
        "Round %d: %s, warm after %.0f s with %.1f %% for the JIT"
            .formatted(life.round(), life.subject(), life.warmUpSeconds(), 100 * life.jitShare()));
    for (Measurement one : turn.measurements()) {
      System.out.printf(
          "  %-10s %-24s %.3f ms, %.1f KB, %.0f/s, JIT %.1f %%%s%n",
          one.what().era().version,
          one.what().kind().title,
          one.cpuMillis(),
          one.allocatedKilobytes(),
          one.driven().perSecond(),
          100 * one.used().jitShare(),
          one.driven().isGood()
              ? ""
              : ", WRONG %d, BROKEN %d".formatted(one.driven().wrong(), one.driven().broken()));
    }
  }

  private static void say(String text) {
    System.out.println(CLOCK.format(LocalTime.now()) + " " + text);
  }

  // Ctrl-C reaches this process by itself; a kill of Maven alone does not.
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
  }
}
