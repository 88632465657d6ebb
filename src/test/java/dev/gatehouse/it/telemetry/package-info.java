/** Spans and metrics as a collector receives them. */
package dev.gatehouse.it.telemetry;
