package dev.gatehouse.run.bench;

/**
 * One process of a server.
 *
 * @param startSeconds until it had answered a call
 * @param residentMegabytes at its end
 * @param warmUpSeconds of all cases, each until it was warm, or as long as it may take
 * @param jitShare of the last seconds of that, in the least warm case
 */
record Life(
    String subject,
    int round,
    double startSeconds,
    double residentMegabytes,
    double warmUpSeconds,
    double jitShare) {}
