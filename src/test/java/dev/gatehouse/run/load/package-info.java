/** The mixed load with injected failures; see docs/CONTRIBUTING.md. */
package dev.gatehouse.run.load;
