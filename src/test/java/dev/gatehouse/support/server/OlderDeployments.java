package dev.gatehouse.support.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.tool.ToolExtension;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is left in a server of WARs that were undeployed: their class loaders, threads, timers. */
public final class OlderDeployments {
  private static final String ONE_PER_DEPLOYMENT = ToolExtension.class.getName();
  private static final int WORKERS = 40;
  private static final int HELD_BY_WORKERS = 2;

  private OlderDeployments() {}

  /** How many deployments the heap holds, with that which is there. */
  public static long alive(ServerProcess server) throws IOException, InterruptedException {
    return server.liveObjects(ONE_PER_DEPLOYMENT);
  }

  /**
   * Waits until the server holds none any more, but for what two of its workers have on their
   * stacks. A timer would hold the object, too, and a thread would be in our code.
   */
  public static void assertGone(ServerProcess server) throws IOException, InterruptedException {
    long left = alive(server);
    for (int i = 0; i < 60 && left > HELD_BY_WORKERS; i++) {
      Thread.sleep(1000);
      left = alive(server);
    }
    assertThat(left).isLessThanOrEqualTo(HELD_BY_WORKERS);
    assertThat(server.threads()).doesNotContain("at dev.gatehouse.");
  }

  /**
   * A worker of WildFly has its first request on its stack for as long as it lives, and that holds
   * the deployment. So all of them are made to start in the first one.
   */
  public static void occupyEveryWorker(URI url) throws IOException, InterruptedException {
    byte[] unfinished =
        """
        POST %s HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: application/json
        Accept: application/json, text/event-stream
        Content-Length: 100

        {"""
            .formatted(url.getPath(), url.getAuthority(), Beside.token())
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    List<Socket> waiting = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      Socket socket = new Socket(url.getHost(), url.getPort());
      waiting.add(socket);
      socket.getOutputStream().write(unfinished);
    }
    Thread.sleep(1000);
    for (Socket socket : waiting) {
      socket.close();
    }
  }
}
