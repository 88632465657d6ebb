package dev.gatehouse.support.standin;

import java.time.Clock;

/** Everything that decides what a token says. */
record TokenIssuer(Settings settings, KeyRing keys, Policy policy, Clock clock) {}
