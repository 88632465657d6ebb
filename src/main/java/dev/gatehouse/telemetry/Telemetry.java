package dev.gatehouse.telemetry;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.mcp.Arrived;
import dev.gatehouse.mcp.Passage;
import dev.gatehouse.prompt.PromptRegistry;
import dev.gatehouse.resource.ResourceRegistry;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Measures requests with the OpenTelemetry of the server, and does nothing where it has none. */
@ApplicationScoped
public class Telemetry {
  private static final Logger LOG = System.getLogger(Telemetry.class.getName());
  private static final String API = "io.opentelemetry.api.OpenTelemetry";

  private Recorder recorder = Recorder.NONE;

  @Inject
  void prepare(ToolRegistry tools, PromptRegistry prompts, ResourceRegistry resources) {
    if (!isPresent(API, Telemetry.class.getClassLoader())) {
      return;
    }
    try {
      recorder = Api.recorder(new Subjects(tools, prompts, resources));
    } catch (RuntimeException | LinkageError e) {
      // Whatever the server's is like, the tools work.
      LOG.log(Level.WARNING, "No spans and metrics: the server's OpenTelemetry can't be used", e);
    }
    if (recorder != Recorder.NONE) {
      LOG.log(Level.INFO, "Spans and metrics go to the server's OpenTelemetry");
    }
  }

  void use(Recorder other) {
    recorder = other;
  }

  static boolean isPresent(String type, ClassLoader loader) {
    try {
      Class.forName(type, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /** A class of its own, since some virtual machines load all that a class mentions. */
  private static final class Api {
    static Recorder recorder(Subjects subjects) {
      Instance<io.opentelemetry.api.OpenTelemetry> found =
          CDI.current().select(io.opentelemetry.api.OpenTelemetry.class);
      return found.isResolvable() && OpenTelemetryRecorder.records(found.get())
          ? new OpenTelemetryRecorder(found.get(), subjects)
          : Recorder.NONE;
    }
  }

  /** A request begins on this thread. */
  public Passage arrived(Arrived request) {
    return recorder.arrived(request);
  }

  /** The span of this thread as a W3C {@code traceparent}; empty if nothing is measured. */
  public Optional<String> traceparent() {
    return recorder.traceparent();
  }

  void count(@Observes AuditEvent event) {
    if (!event.outcome().ran()) {
      recorder.refused(event.outcome().text(), event.reason(), event.count());
    }
  }
}
