/** The WAR on a server without the optional APIs of health and telemetry. */
package dev.gatehouse.it.health;
