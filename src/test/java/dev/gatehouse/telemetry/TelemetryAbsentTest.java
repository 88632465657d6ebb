package dev.gatehouse.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.platform.ServerApis;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryAbsentTest {
  private static final ReceivedRequest REQUEST =
      new ReceivedRequest(
          new JsonRpcMessage.Request(
              new JsonRpcId(Json.createValue(1)), "ping", JsonValue.EMPTY_JSON_OBJECT),
          new McpHeaders(Map.of()));

  /** A server whose telemetry is broken. */
  @ApplicationScoped
  static class Broken {
    @Produces
    OpenTelemetry telemetry() {
      throw new IllegalStateException("No SDK for this application");
    }
  }

  private static RequestObservation passage(Measured server) {
    return server.bean(Telemetry.class).arrived(REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "", "no"})
  void nothing_is_measured_unless_it_is_switched_on(String disabled) throws Exception {
    try (Measured server = new Measured(disabled, Measured.Provider.class)) {
      assertThat(passage(server)).isSameAs(RequestObservation.NONE);
      assertThat(server.bean(Telemetry.class).traceparent()).isEmpty();
    }
  }

  @Test
  void a_server_with_the_api_alone_is_served_without_measurements() throws Exception {
    try (Measured server = new Measured("false")) {
      assertThat(passage(server)).isSameAs(RequestObservation.NONE);
      server.send("tools/call", "\"name\":\"add\"");
      assertThat(server.spans()).isEmpty();
    }
  }

  @Test
  void a_server_whose_telemetry_is_broken_is_served_without_measurements() throws Exception {
    try (Measured server = new Measured("false", Broken.class)) {
      assertThat(passage(server)).isSameAs(RequestObservation.NONE);
      assertThat(server.send("tools/call", "\"name\":\"add\"").status()).isEqualTo(200);
    }
  }

  @Test
  void an_api_that_is_not_there_is_missed_without_an_error() {
    ClassLoader bare = new ClassLoader(null) {};

    assertThat(ServerApis.isPresent("io.opentelemetry.api.OpenTelemetry", bare)).isFalse();
    assertThat(
            ServerApis.isPresent("io.opentelemetry.api.OpenTelemetry", getClass().getClassLoader()))
        .isTrue();
  }
}
