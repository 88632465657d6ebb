/** Spans and metrics of requests, where a server has OpenTelemetry. */
package dev.gatehouse.telemetry;
