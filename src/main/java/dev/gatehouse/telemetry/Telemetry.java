package dev.gatehouse.telemetry;

import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.platform.ServerApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Measures requests with the OpenTelemetry of the server, and does nothing where it has none. */
@ApplicationScoped
public class Telemetry {
  private static final Logger LOG = System.getLogger(Telemetry.class.getName());
  private static final String API = "io.opentelemetry.api.OpenTelemetry";

  private Recorder recorder = Recorder.NONE;

  @Inject
  void prepare(ToolRegistry tools, PromptRegistry prompts, ResourceRegistry resources) {
    if (!isOn(ConfigProvider.getConfig())
        || !ServerApis.isPresent(API, Telemetry.class.getClassLoader())) {
      return;
    }
    try {
      recorder = Api.recorder(new SpanTargets(tools, prompts, resources));
    } catch (RuntimeException | LinkageError e) {
      // Whatever the server's is like, the tools work.
      LOG.log(Level.WARNING, "No spans and metrics: the server's OpenTelemetry can't be used", e);
    }
    if (recorder != Recorder.NONE) {
      LOG.log(Level.INFO, "Spans and metrics go to the server's OpenTelemetry");
    }
  }

  /**
   * The switch of MicroProfile Telemetry; servers have an SDK without exporters while it is off.
   */
  static boolean isOn(Config config) {
    return config
        .getOptionalValue("otel.sdk.disabled", String.class)
        .filter("false"::equalsIgnoreCase)
        .isPresent();
  }

  /** A class of its own, since some virtual machines load all that a class mentions. */
  private static final class Api {
    static Recorder recorder(SpanTargets subjects) {
      Instance<io.opentelemetry.api.OpenTelemetry> found =
          CDI.current().select(io.opentelemetry.api.OpenTelemetry.class);
      return found.isResolvable()
          ? new OpenTelemetryRecorder(found.get(), subjects)
          : Recorder.NONE;
    }
  }

  /** A request begins on this thread. */
  public RequestObservation arrived(ReceivedRequest request) {
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
