package dev.gatehouse.cluster;

import java.util.function.Consumer;

/**
 * Carries texts from each node to all others. A table of the database does it; a bean of this type
 * in the application does it instead, with a broker of the company's own.
 */
public interface NodeChannel {
  /** The longest text, in characters. */
  int LONGEST = 1_000_000;

  /**
   * Sends a text to all nodes; it may come back to this one. In no transaction of a caller.
   *
   * @throws dev.gatehouse.tool.UnavailableException when it can't be sent now
   */
  void send(String text);

  /** Is told once who takes the texts of other nodes: each at least once, those of one in order. */
  void receive(Consumer<String> receiver);
}
