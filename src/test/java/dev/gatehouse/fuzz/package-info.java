/** Hostile input for every place where strangers' bytes come in; docs/CONTRIBUTING.md tells how. */
package dev.gatehouse.fuzz;
