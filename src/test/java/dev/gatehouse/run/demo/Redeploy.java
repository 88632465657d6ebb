package dev.gatehouse.run.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has the running demo serve the classes as they are now. */
public final class Redeploy {
  private static final String DONE = "was successfully deployed in";
  private static final int MOST_LOOKS = 600;

  private Redeploy() {}

  /** Arguments: the folder of compiled classes, the demo's folder. */
  public static void main(String[] args) throws Exception {
    Path demo = Path.of(args[1]);
    Path log = DemoServer.log(demo);
    if (!Files.exists(log)) {
      throw new IllegalStateException("No demo here. Start it first: mvn -Pdemo");
    }
    long start = System.nanoTime();
    long before = Files.size(log);
    new ExplodedWar(DemoServer.application(demo)).replaceClasses(Path.of(args[0]));
    await(log, before);
    System.out.printf("Served after %.1f s.%n", (System.nanoTime() - start) / 1e9);
  }

  private static void await(Path log, long before) throws IOException, InterruptedException {
    for (int i = 0; i < MOST_LOOKS; i++) {
      if (since(log, before).contains(DONE)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(
        "Not served; what the server says, in " + log + ":\n" + since(log, before));
  }

  private static String since(Path log, long before) throws IOException {
    try (var in = Files.newInputStream(log)) {
      in.skipNBytes(before);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
