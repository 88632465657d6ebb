package dev.gatehouse.run.load;

import dev.gatehouse.it.conformance.FixturePrompts;
import dev.gatehouse.it.conformance.FixtureResources;
import dev.gatehouse.it.hostile.StreamTools;
import dev.gatehouse.run.cluster.Balancer;
import dev.gatehouse.run.cluster.Member;
import dev.gatehouse.run.demo.DemoAddress;
import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.StateKey;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.tools.FeatureTools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Three nodes of different servers behind a balancer, their issuer and their database. */
final class Cluster implements AutoCloseable {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "MCP_STATE_KEY",
          StateKey.next(),
          "MCP_TRUSTED_PROXIES",
          "127.0.0.1",
          "MCP_QUOTA_CALLS_CALLER",
          "120",
          // The shortest, so that rows of tasks go within the run.
          "MCP_TASK_LIFE",
          "60",
          "MP_JWT_VERIFY_CLOCK_SKEW",
          "0",
          "JAVA_TOOL_OPTIONS",
          "-Xmx512m -XX:+UseG1GC");

  final URI url;
  final Issuer issuer;
  final Store store;
  final List<Node> nodes = new ArrayList<>();
  private final Balancer balancer;
  private Optional<ServerProcess> proxy = Optional.empty();

  private Cluster(DemoAddress address, Path folder) throws IOException {
    url = URI.create(address.url());
    issuer = new Issuer(FreePorts.next(), address.url());
    store = Store.prepare(folder, FreePorts.next());
    balancer = new Balancer(Balancer.find(), address.port(), FreePorts.next(), folder);
  }

  /** All in one folder, which may be there from an earlier run. */
  static Cluster install(Path shipped, Path folder) throws Exception {
    Files.createDirectories(folder);
    Member.unpack();
    Path war = war(shipped, folder).toAbsolutePath();
    Cluster cluster = new Cluster(new DemoAddress(FreePorts.next()), folder);
    for (String server : Member.SERVERS) {
      Values values =
          FreePorts.behind(
              cluster.url.toString(), cluster.issuer.environmentUrl(), cluster.issuer.resourceId());
      Member member = Member.install(server, folder, values, war, cluster.store.port(), SETTINGS);
      ShortIdle.set(server, folder.resolve(server));
      cluster.nodes.add(Node.of(member, folder.resolve(server)));
    }
    return cluster;
  }

  void start() throws Exception {
    store.start();
    store.createLedger();
    for (Node node : nodes) {
      System.out.println("Starting " + node.name);
      node.start();
    }
    proxy = Optional.of(balancer.start(nodes.stream().map(node -> node.member).toList()));
    proxy.get().awaitStatus(url, 401, Node.START);
  }

  void reloadBalancer() throws IOException {
    balancer.reload();
  }

  /** The one that the balancer calls so. */
  Optional<Node> node(String name) {
    return nodes.stream().filter(node -> node.name.equals(name)).findFirst();
  }

  /** Whether a node died at a moment that may have cost an answer to what was sent then. */
  boolean wasShakenSince(long nanos) {
    return nodes.stream().anyMatch(node -> node.wasDying(nanos));
  }

  /** The shipped WAR with tools to write in steps, to wait, to ask and to say much. */
  private static Path war(Path shipped, Path folder) {
    Path war = folder.resolve("gatehouse.war");
    ShrinkWrap.create(ZipImporter.class, "gatehouse.war")
        .importFrom(shipped.toFile())
        .as(WebArchive.class)
        .addClasses(LedgerTools.class, FeatureTools.class, StreamTools.class)
        .addClasses(FixturePrompts.class, FixtureResources.class)
        .addClass("dev.gatehouse.it.conformance.Samples")
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    return war;
  }

  @Override
  public void close() throws IOException {
    proxy.ifPresent(ServerProcess::close);
    nodes.forEach(Node::close);
    store.close();
    issuer.close();
  }
}
