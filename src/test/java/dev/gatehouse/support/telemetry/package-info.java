/** A collector of spans and metrics, as servers export them. */
package dev.gatehouse.support.telemetry;
