/** Hostile input for every place where strangers' bytes come in; docs/fuzzing.md tells how. */
package dev.gatehouse.run.fuzz;
