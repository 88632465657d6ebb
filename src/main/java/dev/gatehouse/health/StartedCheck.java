package dev.gatehouse.health;

import dev.gatehouse.engine.tool.ToolRegistry;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the tools are prepared. */
@Startup
class StartedCheck implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    int tools = CDI.current().select(ToolRegistry.class).get().all().size();
    // As text, since some servers make text of numbers.
    return HealthCheckResponse.named("gatehouse-started")
        .withData("tools", String.valueOf(tools))
        .up()
        .build();
  }
}
