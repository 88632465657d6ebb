package dev.gatehouse.support.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Before the first integration test, makes of server-config what Arquillian starts; after the last
 * one, or when this JVM ends in any way, nothing of the run is left.
 */
public final class ServerSession implements LauncherSessionListener {
  private Optional<ServerProcess> running = Optional.empty();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String instance = System.getProperty("test.instance");
    if (instance == null) {
      return;
    }
    try {
      endWithThisJvm(System.getenv("GATEHOUSE_RUN"));
      Results.begin();
      Server server = Server.install(Path.of(instance), Ports.values());
      if (server instanceof OpenLiberty liberty) {
        liberty.override(
            "arquillian.xml",
            """
            <server>
              <featureManager><feature>localConnector-1.0</feature></featureManager>
              <applicationMonitor updateTrigger="mbean" />
            </server>
            """);
      } else if (server instanceof PayaraServer) {
        // Its adapter deploys to a server that runs.
        running = Optional.of(server.start());
        running.get().awaitOutput("startup time", Duration.ofMinutes(3));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    running.ifPresent(ServerProcess::close);
  }

  // By the mark in its environment, since some servers detach themselves from their parents. This
  // JVM carries the mark too, but its exit status is its own affair.
  private static void endWithThisJvm(String mark) throws IOException {
    String script =
        """
        cat >/dev/null
        for signal in TERM KILL; do
          for process in /proc/[0-9]*; do
            id=${process#/proc/}
            if [ "$id" != $$ ] && [ "$id" != "$1" ] && tr '\\0' '\\n' <"$process/environ" 2>/dev/null | grep -qx "GATEHOUSE_RUN=$0"
            then kill -$signal "$id" 2>/dev/null; fi
          done
          sleep 10
        done
        """;
    String self = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("setsid", "sh", "-c", script, mark, self)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
