/** The Maven that runs this. */
package dev.gatehouse.run.maven;
