package dev.gatehouse.mcp.legacy.directory;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.mcp.seal.StateCipher;
import java.time.Clock;
import java.util.List;
import javax.crypto.SecretKey;

/** Chooses what a node knows of the sessions of others. */
public final class SessionDirectories {
  private SessionDirectories() {}

  /** Of a node that is alone. */
  public static SessionDirectory alone() {
    return new OneNode();
  }

  /** Of a node among others, or alone; the first key seals, all open. */
  public static SessionDirectory of(Nodes nodes, List<SecretKey> keys, Clock clock) {
    SessionSeal seal = new SessionSeal(new StateCipher("session", keys), clock);
    return nodes
        .database()
        .<SessionDirectory>map(
            database ->
                new ManyNodes(
                    nodes,
                    seal,
                    new SessionRows(database, clock),
                    new StateCipher("message", keys)))
        .orElseGet(OneNode::new);
  }
}
