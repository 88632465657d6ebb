package dev.gatehouse.interaction;

/**
 * Tells the client how far a call has come, if it asked to be told; safe for several threads.
 * Numbers must be finite; what is not more than before is not sent.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/progress">MCP
 *     progress</a>
 */
public interface Progress {

  /** Progress without a known end. */
  void report(double progress);

  /** Progress towards {@code total}, in the same unit. */
  void report(double progress, double total);

  /** Progress towards {@code total}, with a sentence for the person who waits. */
  void report(double progress, double total, String message);
}
