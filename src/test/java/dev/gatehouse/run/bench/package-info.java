/** What a request costs, beside other servers of the JVM; see docs/CONTRIBUTING.md. */
package dev.gatehouse.run.bench;
