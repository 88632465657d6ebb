package dev.gatehouse.http.start;

import dev.gatehouse.database.Database;
import dev.gatehouse.http.stream.SseConnections;
import dev.gatehouse.landing.LandingResource;
import dev.gatehouse.limits.Limits;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.security.challenge.ProtectedResourceMetadata;
import dev.gatehouse.switches.Switchboard;
import dev.gatehouse.telemetry.Telemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** Prepares everything while the WAR is deployed, so that the first request finds it ready. */
@ApplicationScoped
class Startup {
  void prepare(
      @Observes @Initialized(ApplicationScoped.class) Object event,
      McpDispatcher dispatcher,
      SseConnections connections,
      PeriodicCleanup sweeper,
      Switchboard switchboard,
      Database database,
      NodePolling polling,
      Limits limits,
      ProtectedResourceMetadata metadata,
      LandingResource landing,
      Telemetry telemetry) {
    // A client proxy makes its bean at the first call, whichever that is.
    dispatcher.toString();
    connections.toString();
    sweeper.toString();
    switchboard.toString();
    database.toString();
    polling.toString();
    limits.toString();
    metadata.toString();
    landing.toString();
    telemetry.toString();
  }
}
