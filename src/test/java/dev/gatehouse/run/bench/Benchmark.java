package dev.gatehouse.run.bench;

import dev.gatehouse.run.maven.Maven;
import dev.gatehouse.support.server.ServerProcess;
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
    ServerProcess.endWithParent();
    Options options = Options.ofSystem();
    Maven maven = new Maven();
    for (Subject subject : options.subjects()) {
      say("Getting " + subject.name() + " ready");
      subject.prepare(maven);
    }
    boolean good = measure(options, Path.of(args[0]));
    System.exit(good ? 0 : 1);
  }

  /** Whether every server could be measured; the page is there after each round. */
  private static boolean measure(Options options, Path folder) throws Exception {
    Results results = new Results();
    PerformancePage page = new PerformancePage(results, options);
    boolean good = true;
    try (Surroundings around = new Surroundings()) {
      Tokens tokens = around.tokens(options.tokens());
      for (int round = 1; round <= options.rounds(); round++) {
        for (Subject subject : options.subjects()) {
          good &= take(subject, new Turn(subject, round, options, around, tokens), results);
        }
        page.write(folder, List.of("Not measured."));
      }
    }
    if (options.inner()) {
      page.write(folder, Inner.run(options.seconds()));
    }
    return good;
  }

  // Of several rounds, the others still say something.
  private static boolean take(Subject subject, Turn turn, Results results)
      throws InterruptedException {
    try {
      Life life = turn.take();
      results.add(life, turn.measurements());
      tell(life, turn);
      return true;
    } catch (IOException e) {
      say(subject.name() + " FAILED: " + e.getMessage());
      return false;
    }
  }

  private static void tell(Life life, Turn turn) {
    say(
        "Round %d: %s, %.0f s to get warm, at the least with %.1f %% for the JIT"
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
}
