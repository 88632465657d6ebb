package dev.gatehouse.run.load;

import dev.gatehouse.run.cluster.Member;
import dev.gatehouse.support.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One node, which can be killed and started again in its directory. */
final class Node implements AutoCloseable {
  static final Duration START = Duration.ofMinutes(5);

  // So long the balancer may need to find out: two probes, two seconds apart, and some time.
  private static final long NOTICE = TimeUnit.SECONDS.toNanos(8);

  // Of Payara, WildFly and Liberty.
  private static final Pattern ERROR =
      Pattern.compile(
          "\\[SEVERE\\] \\[[^]]*\\] \\[([^]]*)\\]| ERROR \\[([^]]*)\\]|\\[ERROR +\\] ([A-Z0-9]+:|.{1,40})");
  private static final String COLOR = "\u001b\\[[;0-9]*m";

  final String name;
  final Member member;
  private final Path log;
  private final URI ready;
  private final SortedMap<String, Long> errors = new TreeMap<>();
  private volatile ServerProcess process;
  private volatile boolean up;
  private volatile long started;
  private volatile long killed = System.nanoTime() - NOTICE;

  private Node(Member member, Path folder) {
    this.member = member;
    this.name = member.name();
    this.log = folder.resolve("server.log");
    int health = name.equals("wildfly") ? member.values().managementPort() : member.values().port();
    this.ready = URI.create("http://127.0.0.1:%d/health/ready".formatted(health));
  }

  static Node of(Member member, Path folder) {
    return new Node(member, folder);
  }

  /** Starts it and waits until it is ready. */
  void start() throws IOException, InterruptedException {
    process = member.start();
    member.await(process);
    long end = System.nanoTime() + START.toNanos();
    while (readiness() != 200) {
      if (System.nanoTime() > end) {
        throw new IOException(name + " did not get ready");
      }
      Thread.sleep(250);
    }
    started = System.nanoTime();
    up = true;
  }

  private int readiness() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(20)).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException silent) {
      return 0;
    }
  }

  /** As a power failure would. */
  void kill() throws IOException {
    killed = System.nanoTime();
    up = false;
    process.kill();
    countErrors();
  }

  boolean isUp() {
    return up;
  }

  /** The moment from which it was ready. */
  long started() {
    return started;
  }

  /** Whether it died later than this, or so shortly before that the balancer may not have known. */
  boolean wasDying(long nanos) {
    return killed + NOTICE - nanos > 0;
  }

  long pid() {
    return process.pid();
  }

  /** Counts those of its log so far, which begins anew with each start. */
  void countErrors() throws IOException {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      lines
          .map(line -> ERROR.matcher(line.replaceAll(COLOR, "")))
          .flatMap(matcher -> matcher.results().limit(1))
          .map(Node::logger)
          .forEach(logger -> errors.merge(logger, 1L, Long::sum));
    }
  }

  private static String logger(MatchResult found) {
    return Stream.of(1, 2, 3).map(found::group).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  /** How many errors each logger has reported in the lives that were counted. */
  SortedMap<String, Long> errors() {
    return errors;
  }

  @Override
  public void close() {
    up = false;
    if (process != null) {
      process.close();
    }
  }
}
