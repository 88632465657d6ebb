/** Prints what the integration tests found. */
package dev.gatehouse.run.results;
