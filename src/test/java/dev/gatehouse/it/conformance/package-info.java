/** The fixture of the official conformance suite, and the suite itself, run against it. */
package dev.gatehouse.it.conformance;
