package dev.gatehouse.run.demo;

import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.standin.ScalekitStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts a stand-in for Scalekit and Payara Micro with the WAR, both on 127.0.0.1, tells what to
 * try, and ends both with itself.
 */
public final class Demo {
  private Demo() {}

  /** Arguments: the WAR, the server's port, the stand-in's port, the debugger's port if any. */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[1]);
    int issuerPort = Integer.parseInt(args[2]);
    refuseTaken(port, "demo.port");
    refuseTaken(issuerPort, "demo.issuer.port");
    endWithParent();
    String url = "http://127.0.0.1:" + port + "/mcp";
    say("Starting the stand-in for Scalekit on port " + issuerPort + " …");
    try (ScalekitStandIn issuer =
        ScalekitStandIn.builder()
            .port(issuerPort)
            .resourceUrl(url)
            .scopes(List.of("todo:read", "todo:write"))
            .start()) {
      serve(Path.of(args[0]).toAbsolutePath(), port, url, issuer, Debugger.environment(args[3]));
    }
  }

  static Path application(Path demo) {
    return demo.resolve("gatehouse").toAbsolutePath();
  }

  static Path log(Path demo) {
    return demo.resolve("server.log");
  }

  private static void serve(
      Path war, int port, String url, ScalekitStandIn issuer, Map<String, String> debugger)
      throws Exception {
    Path directory = Path.of("target", "demo");
    Values values = new Values(issuer.environmentUrl(), issuer.resourceId(), url, "/", port, 0);
    Server server = Server.install(directory, values);
    server.deploy(ExplodedWar.unpack(war, application(directory)).directory());
    say("Starting Payara Micro on port " + port + " (log: " + log(directory) + ") …");
    // The Inspector's page in the browser.
    String origins = "http://localhost:6274,http://127.0.0.1:6274,http://127.0.0.1:" + port;
    Map<String, String> environment = new HashMap<>(debugger);
    environment.put("MCP_ALLOWED_ORIGINS", origins);
    try (ServerProcess process = server.start(environment)) {
      process.awaitStatus(URI.create(url), 401, Duration.ofMinutes(3));
      say(banner(port, url, issuer));
      process.await();
    } catch (IOException e) {
      say("The server did not start. " + e.getMessage());
      System.exit(1);
    }
  }

  private static String banner(int port, String url, ScalekitStandIn issuer) throws IOException {
    try (InputStream text = Demo.class.getResourceAsStream("banner.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{url}", url)
          .replace("{base}", "http://127.0.0.1:" + port)
          .replace("{issuer}", issuer.environmentUrl());
    }
  }

  private static void refuseTaken(int port, String property) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      probe.setReuseAddress(true);
    } catch (IOException e) {
      say(
          "Port %d is taken. Choose another: mvn -Pdemo -D%s=%d"
              .formatted(port, property, port + 1000));
      System.exit(1);
    }
  }

  // Ctrl-C reaches this process by itself; a kill of Maven alone does not.
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }

  private static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
