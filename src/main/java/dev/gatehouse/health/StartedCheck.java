package dev.gatehouse.health;

import dev.gatehouse.tool.ToolRegistry;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the tools are prepared. */
@Startup
class StartedCheck implements HealthCheck {
  @Inject ToolRegistry tools;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("gatehouse-started")
        .withData("tools", tools.all().size())
        .up()
        .build();
  }
}
