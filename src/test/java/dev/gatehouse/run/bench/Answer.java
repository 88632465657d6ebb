package dev.gatehouse.run.bench;

import java.util.Optional;

/** What came back. */
record Answer(int status, Optional<String> session, byte[] body) {}
