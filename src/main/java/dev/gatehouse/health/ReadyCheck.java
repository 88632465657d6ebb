package dev.gatehouse.health;

import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether callers can be served. */
@org.eclipse.microprofile.health.Readiness
class ReadyCheck implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    HealthSnapshot vitals = CDI.current().select(Readiness.class).get().look();
    var response = HealthCheckResponse.named("gatehouse-ready").status(vitals.up());
    vitals.data().forEach(response::withData);
    return response.build();
  }
}
