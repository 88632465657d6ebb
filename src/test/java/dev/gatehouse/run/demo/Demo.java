package dev.gatehouse.run.demo;

import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.standin.ScalekitStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a stand-in for Scalekit and Payara Micro with the WAR, both on 127.0.0.1, tells what to
 * try, and ends both with itself.
 */
public final class Demo {
  private Demo() {}

  /**
   * Arguments: the WAR, the server's port, the stand-in's port, the debugger's port if any; the jar
   * of Payara Micro, where it is not on the class path. With {@code -Ddemo.database}, todos are
   * kept.
   */
  public static void main(String[] args) throws Exception {
    DemoAddress address = new DemoAddress(Integer.parseInt(args[1]));
    int issuerPort = Integer.parseInt(args[2]);
    refuseTaken(address.port(), "demo.port");
    refuseTaken(issuerPort, "demo.issuer.port");
    ServerProcess.endWithParent();
    Path jar = args.length > 4 ? Path.of(args[4]) : DemoServer.jarOnClassPath();
    say("Starting the stand-in for Scalekit on port " + issuerPort + " …");
    try (ScalekitStandIn issuer =
        ScalekitStandIn.builder()
            .port(issuerPort)
            .resourceUrl(address.url())
            .scopes(new NeededScopes(address.metadata()))
            .start()) {
      serve(Path.of(args[0]).toAbsolutePath(), jar, address, issuer, Debugger.environment(args[3]));
    }
  }

  private static void serve(
      Path war, Path jar, DemoAddress at, ScalekitStandIn issuer, Map<String, String> debugger)
      throws Exception {
    Path folder = war.resolveSibling("demo");
    Values values =
        new Values(issuer.environmentUrl(), issuer.resourceId(), at.url(), "/", at.port(), 0);
    say(
        "Starting Payara Micro on port %d (log: %s) …"
            .formatted(at.port(), DemoServer.log(folder)));
    Map<String, String> environment = new HashMap<>(debugger);
    environment.put("MCP_ALLOWED_ORIGINS", at.origins());
    try (ServerProcess process =
        new DemoServer(folder, jar, values, database(folder)).start(war, environment)) {
      process.awaitStatus(URI.create(at.url()), 401, Duration.ofMinutes(3));
      say(banner(at, issuer));
      process.await();
    } catch (IOException e) {
      say("The server did not start. " + e.getMessage());
      System.exit(1);
    }
  }

  /** Where todos outlive the demo; beside its folder, which is emptied at each start. */
  private static Optional<Path> database(Path folder) {
    return Optional.of(folder.resolveSibling("demo-database").resolve("gatehouse"))
        .filter(file -> !System.getProperty("demo.database", "false").equals("false"));
  }

  private static String banner(DemoAddress at, ScalekitStandIn issuer)
      throws IOException, InterruptedException {
    return DemoServer.resource("banner.txt")
        .replace("{url}", at.url())
        .replace("{page}", at.page())
        .replace("{metadata}", at.metadata().toString())
        .replace("{issuer}", issuer.environmentUrl());
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

  private static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
