/** Health as an orchestrator asks for it, and the WAR on a server without it. */
package dev.gatehouse.it.health;
