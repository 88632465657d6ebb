package dev.gatehouse.telemetry;

import java.util.Objects;

/**
 * What a request is about, as declared: never as a client wrote it.
 *
 * @param kind whether it is a tool, a prompt or a resource
 * @param name the name; of a resource its URI, of a template the template
 */
record SpanTarget(Kind kind, String name) {
  enum Kind {
    TOOL,
    PROMPT,
    RESOURCE
  }

  SpanTarget {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }
}
