/** The least that JAX-RS can do on a server: a checked signature and an answer that is fixed. */
package dev.gatehouse.run.bench.bare;
