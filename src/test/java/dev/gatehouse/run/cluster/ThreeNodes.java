package dev.gatehouse.run.cluster;

import dev.gatehouse.it.conformance.FixtureScope;
import dev.gatehouse.run.cluster.Clients.Check;
import dev.gatehouse.run.demo.DemoAddress;
import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.Postgres;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.StateKey;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.standin.ScalekitStandIn;
import dev.gatehouse.support.tools.FeatureTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * PostgreSQL, a stand-in for Scalekit, Gatehouse on Payara Micro, WildFly and Open Liberty, and
 * HAProxy, which takes them in turn: all on 127.0.0.1, until Ctrl-C or until the clients are done.
 */
public final class ThreeNodes {
  private static final Path FOLDER = Path.of("target", "cluster");
  private static final List<String> SCOPES = List.of("todo:read", "todo:write");

  private final List<AutoCloseable> running = new ArrayList<>();
  private final DemoAddress address;
  private final Check check;
  private final int proxyPort = FreePorts.next();

  private ThreeNodes(DemoAddress address, Check check) {
    this.address = address;
    this.check = check;
  }

  /**
   * Arguments: the WAR, the balancer's port, the stand-in's port, which clients shall try it before
   * all ends.
   */
  public static void main(String[] args) throws Exception {
    ServerProcess.endWithParent();
    Path program = Balancer.find();
    ThreeNodes nodes =
        new ThreeNodes(
            new DemoAddress(Integer.parseInt(args[1])),
            Check.valueOf(args[3].toUpperCase(Locale.ROOT)));
    boolean good;
    try {
      good = nodes.run(Path.of(args[0]), Integer.parseInt(args[2]), program);
    } finally {
      nodes.close();
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(Path shipped, int issuerPort, Path program) throws Exception {
    Files.createDirectories(FOLDER);
    Member.unpack();
    int database = FreePorts.next();
    say("Starting PostgreSQL on port " + database + " …");
    Path data = Files.createTempDirectory(FOLDER, "postgresql").resolve("data");
    Postgres postgres = Postgres.prepare(data, database);
    running.add(postgres);
    postgres.start();
    say("Starting the stand-in for Scalekit on port " + issuerPort + " …");
    ScalekitStandIn issuer =
        ScalekitStandIn.builder()
            .port(issuerPort)
            .resourceUrl(address.url())
            .scopes(scopes())
            .autoApprove(check != Check.FALSE)
            .start();
    running.add(issuer);
    List<Member> members =
        members(issuer, check == Check.CONFORMANCE ? withFixtures(shipped) : shipped, database);
    Balancer balancer = new Balancer(program, address.port(), FreePorts.next(), FOLDER);
    ServerProcess proxy = balancer.start(members);
    running.add(proxy);
    say(
        "\nThree nodes at %s\n  who answers: %s\n  which one answered a request: its header X-Node\n"
            .formatted(address.url(), balancer.page()));
    if (check != Check.FALSE) {
      return new Clients(check, issuer, address.url(), proxyPort).run();
    }
    say("Ctrl-C ends them all.");
    proxy.await();
    return true;
  }

  private List<String> scopes() {
    List<String> scopes = new ArrayList<>(SCOPES);
    if (check == Check.CONFORMANCE) {
      scopes.add(FixtureScope.USE);
    }
    return scopes;
  }

  private List<Member> members(ScalekitStandIn issuer, Path war, int database) throws Exception {
    Map<String, String> environment =
        Map.of(
            "MCP_STATE_KEY",
            StateKey.next(),
            "MCP_TRUSTED_PROXIES",
            "127.0.0.1",
            "MCP_STREAM_RECONNECT_AFTER",
            check == Check.CONFORMANCE ? "1" : "120",
            "MCP_ALLOWED_ORIGINS",
            "%s,http://localhost:%d,http://127.0.0.1:%d"
                .formatted(address.origins(), proxyPort, proxyPort));
    List<Member> members = new ArrayList<>();
    for (String server : Member.SERVERS) {
      Values values = FreePorts.behind(address.url(), issuer.environmentUrl(), issuer.resourceId());
      say("Starting " + server + " on port " + values.port() + " …");
      Member member =
          Member.install(server, FOLDER, values, war.toAbsolutePath(), database, environment);
      ServerProcess process = member.start();
      running.add(process);
      members.add(member);
      member.await(process);
    }
    return members;
  }

  /** The shipped WAR, and what the conformance suite calls besides. */
  private static Path withFixtures(Path shipped) {
    Path war = FOLDER.resolve("gatehouse.war");
    ShrinkWrap.create(ZipImporter.class, "gatehouse.war")
        .importFrom(shipped.toFile())
        .as(WebArchive.class)
        .addPackage(FixtureScope.class.getPackage())
        .addClass(FeatureTools.class)
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    return war;
  }

  private void close() throws Exception {
    for (int i = running.size() - 1; i >= 0; i--) {
      running.get(i).close();
    }
  }

  static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
