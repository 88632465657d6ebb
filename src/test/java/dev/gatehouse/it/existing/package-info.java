/**
 * An application that exists: its EJB, bean and JAX-RS resources as tools, and as what they were.
 */
package dev.gatehouse.it.existing;
