package dev.gatehouse.run.load;

/**
 * Something that a client does now and then.
 *
 * @param weight how often, among all acts
 */
record Act(int weight, Deed deed) {

  /** One or more requests. */
  @FunctionalInterface
  interface Deed {
    void run() throws Exception;
  }
}
