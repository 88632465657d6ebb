package dev.gatehouse.run.bench;

/** What the page says whatever was measured. */
final class PageText {
  static final String HEAD =
      """
      # What a request costs

      `mvn -Pbench` wrote this page; [CONTRIBUTING.md](CONTRIBUTING.md#how-fast) says how to run it. It starts one server after the other
      on 127.0.0.1, each in every round, gets it warm, and asks it the same: five todo tools, tokens of one stand-in for Scalekit,
      RS256. 16 clients each send the next request when they have the answer to the last one, on connections that are kept alive.
      Every answer is checked: it has to be the one that was read as JSON at first, with the id of its request. A case with any other
      answer is left out. All servers have a heap of 256 to 512 MB and the default collector, Gatehouse the configuration in `server-config`,
      but that refusals are not limited.

      Gatehouse keeps the tokens that it has verified, 25,000 of them where a fifth of the heap has room for as many; the others check
      the signature of each request. "Many tokens" are sent in turn, all of them once before that is measured.

      "Beside others" is in the end of each round: 200 other users have made all those todos, and begun a tenth as many sessions, but at most 9,990; the
      tokens of the pool were seen before.

      What `-jaxrs` names is the least that JAX-RS does on that server: a resource that is `@RequestScoped` and takes a `JsonObject`, behind a filter that checks
      the token with the JDK alone, and bytes that are ready as the answer. Where it refuses, the filter aborts with bytes that are ready too.
      What `-company` names is Gatehouse's library with the same tools in another application's WAR, beside JAX-RS resources and filters of that one;
      `-1000-tools` is Gatehouse with a thousand tools more, from a [mapping file](publish-existing-code.md#the-mapping-file); "a tool without data" is one of
      them. With `-database` the same keeps its [state in PostgreSQL](nodes.md), as each of many nodes does.

      Compare figures of one run only.
      """;

  static final String SHORT =
      " **This was a short run: servers were not warm, and the figures say little.**";

  static final String CPU =
      """
      Milliseconds of all threads of the server, user and kernel, without those of the JIT compilers. The lowest of the rounds, since noise only adds; the median in brackets.
      \\* The JIT compilers took more than 5 % of the CPU in each round: not warm.
      """;

  static final String RATIOS =
      """
      How many times the CPU: lowest by lowest (median by median). Others have one era, 2025-11-25, and one row for both of ours.
      """;

  static final String WANTED =
      """
      Ratios by the lowest of each in this run. "Not measured" is what this run left out, or what was not answered right;
      "not warm" is what the JIT compilers still took more than 5 % of; a short run says nothing about any.
      """;

  static final String START =
      """
      From the start of the process to its first answer of a tool; resident memory at the end of its round. The lowest (median).
      """;

  static final String WARMTH =
      """
      First all cases are asked in turn. Then, before each is measured, it is asked until the JIT compilers take 2 % of its CPU or less.
      The table has the least warm case. The calibration is the CPU time of a loop that
      is always the same, in the JVM of the clients, before and after each case: where it is higher, other work made the CPU dearer.
      """;

  static final String INNER =
      """
      JMH, one thread: nanoseconds and bytes for each call, with the error that JMH gives.
      """;

  private PageText() {}
}
