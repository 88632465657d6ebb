/** Liveness, readiness and startup for servers that have MicroProfile Health. */
package dev.gatehouse.health;
