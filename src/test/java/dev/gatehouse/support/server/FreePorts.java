package dev.gatehouse.support.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for a server beside the one that Arquillian runs, each given once; they are below those
 * that outgoing connections take, of which tests make thousands.
 */
public final class FreePorts {
  private static final int FIRST = 12_000;
  private static final int COUNT = 20_000;
  private static final AtomicInteger LAST =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePorts() {}

  /** The same settings on ports that are free now. */
  public static Values change(Values values) {
    int port = next();
    return new Values(
        values.environmentUrl(),
        values.resourceId(),
        values.mcpUrl().replace(":" + values.port() + "/", ":" + port + "/"),
        values.contextRoot(),
        port,
        next());
  }

  /** Settings of a node at the root of its host, which others reach at this URL. */
  public static Values behind(String mcpUrl, String environmentUrl, String resourceId) {
    return new Values(environmentUrl, resourceId, mcpUrl, "/", next(), next());
  }

  /** A port that is free now. */
  public static int next() {
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + Math.floorMod(LAST.incrementAndGet(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("There is no free port");
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
