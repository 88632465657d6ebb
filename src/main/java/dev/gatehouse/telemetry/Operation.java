package dev.gatehouse.telemetry;

import dev.gatehouse.mcp.call.RequestEnd;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A method and what it is about: everything of its measurements that is always the same. */
final class Operation {
  private final String name;
  private final Attributes ofSpan;
  private final Attributes ofMetric;
  // Versions and errors are few and ours.
  private final Map<Ending, Attributes> endings = new ConcurrentHashMap<>();

  private record Ending(Optional<String> version, RequestEnd end) {}

  private Operation(String name, Attributes ofSpan, Attributes ofMetric) {
    this.name = name;
    this.ofSpan = ofSpan;
    this.ofMetric = ofMetric;
  }

  static Operation of(String method, Optional<SpanTarget> subject) {
    AttributesBuilder common =
        Attributes.builder()
            .put(Names.METHOD, method)
            .put(Names.TRANSPORT, "tcp")
            .put(Names.PROTOCOL, "http");
    if (subject.isEmpty()) {
      return new Operation(method, common.build(), common.build());
    }
    String target = subject.get().name();
    return switch (subject.get().kind()) {
      case TOOL -> {
        common.put(Names.TOOL, target).put(Names.OPERATION, "execute_tool");
        yield new Operation(method + " " + target, common.build(), common.build());
      }
      case PROMPT -> {
        common.put(Names.PROMPT, target);
        yield new Operation(method + " " + target, common.build(), common.build());
      }
      case RESOURCE -> {
        Attributes metric = common.build();
        yield new Operation(method, common.put(Names.RESOURCE, target).build(), metric);
      }
    };
  }

  /** The name of its spans. */
  String name() {
    return name;
  }

  Attributes ofSpan() {
    return ofSpan;
  }

  Attributes ofMetric(Optional<String> version, RequestEnd end) {
    return endings.computeIfAbsent(new Ending(version, end), this::prepare);
  }

  private Attributes prepare(Ending ending) {
    AttributesBuilder all = ofMetric.toBuilder();
    ending.version.ifPresent(version -> all.put(Names.VERSION, version));
    ending.end.error().ifPresent(error -> all.put(Names.ERROR, error));
    ending.end.code().ifPresent(code -> all.put(Names.STATUS, String.valueOf(code)));
    return all.build();
  }
}
