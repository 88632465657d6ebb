package dev.gatehouse.run.bench;

import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.Postgres;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.standin.ScalekitStandIn;
import dev.gatehouse.support.standin.TokenMint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The stand-in for Scalekit whose tokens all servers take, those tokens, and a database. */
final class Surroundings implements AutoCloseable {
  // Longer than any run.
  private static final Duration LIFETIME = Duration.ofDays(1);

  // Enough for their todos, of which one user has a thousand at most.
  private static final int OTHERS = 200;

  private final ScalekitStandIn standIn =
      ScalekitStandIn.builder()
          .scopes(List.of("todo:read", "todo:write"))
          .accessTokenLifetime(LIFETIME)
          .start();
  private final int databasePort = FreePorts.next();
  private Optional<Postgres> database = Optional.empty();

  /** Of one user, as many as are wanted besides, all different, and of others. */
  Tokens tokens(int many) {
    TokenMint mint = standIn.mint();
    return new Tokens(
        mint.sign(),
        mint.withBadSignature(),
        IntStream.range(0, many).parallel().mapToObj(any -> mint.sign()).toList(),
        IntStream.range(0, OTHERS)
            .mapToObj(number -> mint.subject("usr_bench_" + number).sign())
            .toList());
  }

  Values values(String url, int port, int managementPort) {
    return new Values(
        standIn.environmentUrl(), standIn.resourceId(), url, "/", port, managementPort);
  }

  /** The port of PostgreSQL, which begins when it is first asked for. */
  int database() throws IOException {
    if (database.isEmpty()) {
      Path folder = Files.createDirectories(Path.of("target", "bench"));
      Path data = Files.createTempDirectory(folder, "postgresql").resolve("data");
      Postgres started = Postgres.prepare(data, databasePort);
      started.start();
      database = Optional.of(started);
    }
    return databasePort;
  }

  /** What those read that Gatehouse's settings are nothing to. */
  Map<String, String> environment() {
    return Map.of(
        "BENCH_ISSUER", standIn.environmentUrl(),
        "BENCH_AUDIENCE", standIn.resourceId(),
        "BENCH_KEYS", standIn.environmentUrl() + "/keys");
  }

  @Override
  public void close() throws IOException {
    if (database.isPresent()) {
      database.get().close();
    }
    standIn.close();
  }
}
