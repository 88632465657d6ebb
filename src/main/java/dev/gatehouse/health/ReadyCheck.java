package dev.gatehouse.health;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether callers can be served. */
@org.eclipse.microprofile.health.Readiness
class ReadyCheck implements HealthCheck {
  @Inject Readiness readiness;

  @Override
  public HealthCheckResponse call() {
    Vitals vitals = readiness.look();
    var response = HealthCheckResponse.named("gatehouse-ready").status(vitals.up());
    vitals.data().forEach(response::withData);
    return response.build();
  }
}
