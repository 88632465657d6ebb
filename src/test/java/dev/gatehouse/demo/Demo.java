package dev.gatehouse.demo;

import dev.gatehouse.standin.ScalekitStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Starts a stand-in for Scalekit and Payara Micro with the WAR, both on 127.0.0.1, tells what to
 * try, and ends both with itself.
 */
public final class Demo {
  private Demo() {}

  /** Arguments: the Payara Micro jar, the WAR, the server's port, the stand-in's port. */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[2]);
    int issuerPort = Integer.parseInt(args[3]);
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
      serve(Path.of(args[0]), Path.of(args[1]), port, url, issuer);
    }
  }

  private static void serve(Path jar, Path war, int port, String url, ScalekitStandIn issuer)
      throws Exception {
    Path log = Path.of("target", "demo", "server.log");
    java.nio.file.Files.deleteIfExists(log);
    say("Starting Payara Micro on port " + port + " (about half a minute; log: " + log + ") …");
    Map<String, String> settings =
        Map.of(
            "SCALEKIT_ENVIRONMENT_URL",
            issuer.environmentUrl(),
            "SCALEKIT_RESOURCE_ID",
            issuer.resourceId(),
            "MCP_URL",
            url,
            // The Inspector's page in the browser.
            "MCP_ALLOWED_ORIGINS",
            "http://localhost:6274,http://127.0.0.1:6274,http://127.0.0.1:" + port);
    try (PayaraMicro server = PayaraMicro.start(jar, war, port, settings, log)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      if (!server.awaitReady(Duration.ofMinutes(3))) {
        say("The server did not start. Its log ends with:\n" + tail(server.output()));
        System.exit(1);
      }
      say(banner(port, url, issuer));
      server.await();
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

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 4000));
  }

  private static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
