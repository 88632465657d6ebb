package dev.gatehouse.run.bench;

import dev.gatehouse.run.maven.Maven;
import dev.gatehouse.support.server.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A server that is measured. */
sealed interface Subject permits InServer, Peer {
  /** As {@code -Dbench.only} has it. */
  String name();

  /** What it is, with its version. */
  String title() throws IOException;

  /** Gets it ready to start. */
  void prepare(Maven maven) throws IOException, InterruptedException;

  /** Starts it on this port, with its endpoint at {@code /mcp}. */
  ServerProcess start(Surroundings around, int port, Map<String, String> environment)
      throws IOException;

  /** Whether it is the WAR itself. */
  default boolean isOurs() {
    return false;
  }

  /** What is measured of it, as far as others have it too. */
  default List<Kind> kinds() {
    return Kind.MEASURED;
  }

  /** Those whose clients it understands. */
  List<Era> eras();

  /** All of them, in the order in which they take turns. */
  static List<Subject> all() {
    return List.of(
        InServer.gatehouse("payara", "payara-micro"),
        InServer.manyTools("payara", "payara-micro"),
        InServer.database("payara", "payara-micro"),
        InServer.company("payara", "payara-micro"),
        InServer.bare("payara", "payara-micro"),
        InServer.gatehouse("wildfly", "wildfly"),
        InServer.company("wildfly", "wildfly"),
        InServer.bare("wildfly", "wildfly"),
        InServer.gatehouse("liberty", "liberty"),
        InServer.company("liberty", "liberty"),
        InServer.bare("liberty", "liberty"),
        Peer.JAVA_SDK,
        Peer.QUARKUS);
  }
}
