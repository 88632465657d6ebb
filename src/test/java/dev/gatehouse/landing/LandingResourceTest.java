package dev.gatehouse.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.Settings;
import dev.gatehouse.diagnostics.Diagnostics;
import dev.gatehouse.diagnostics.Finding;
import dev.gatehouse.diagnostics.Finding.State;
import dev.gatehouse.diagnostics.Report;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.security.jwks.KeyStatus;
import dev.gatehouse.security.scope.DeclaredScopes;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LandingResourceTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final KeyStatus KEYS = new KeyStatus(1, Optional.of(NOON), false);
  private static final KeyStatus NONE = new KeyStatus(0, Optional.empty(), false);

  private static Optional<Report> report(String... problems) {
    return Optional.of(
        new Report(
            NOON,
            List.of(problems).stream()
                .map(check -> new Finding(check, State.PROBLEM, "change it"))
                .toList()));
  }

  @Test
  void it_is_ready_with_keys_that_calls_needed_whatever_the_doctor_saw_of_them() {
    assertThat(LandingResource.isReady(KEYS, report(), 5)).isTrue();
    assertThat(LandingResource.isReady(KEYS, report(Diagnostics.KEYS, Diagnostics.ISSUER), 5))
        .isTrue();
  }

  @Test
  void before_any_call_it_is_ready_with_keys_that_the_doctor_saw() {
    assertThat(LandingResource.isReady(NONE, report(), 5)).isTrue();
    assertThat(LandingResource.isReady(NONE, report(Diagnostics.KEYS), 5)).isFalse();
  }

  @Test
  void it_is_not_ready_before_the_doctor_looked() {
    assertThat(LandingResource.isReady(KEYS, Optional.empty(), 5)).isFalse();
  }

  @Test
  void it_is_not_ready_for_another_issuer_than_configured_or_without_tools() {
    assertThat(LandingResource.isReady(KEYS, report(Diagnostics.ISSUER_METADATA), 5)).isFalse();
    assertThat(LandingResource.isReady(KEYS, report(), 0)).isFalse();
  }

  @Test
  void switched_off_it_is_not_even_made() {
    var config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "scalekit.environment.url", "https://acme.scalekit.com",
                        "scalekit.resource.id", "res_1",
                        "mcp.url", "https://mcp.acme.com/mcp",
                        "mcp.landing.enabled", "false"),
                    "test",
                    200))
            .build();
    LandingResource landing = new LandingResource();
    landing.prepare(Settings.load(config), new ToolRegistry(), new DeclaredScopes());

    assertThat(landing.page).isEmpty();
  }
}
