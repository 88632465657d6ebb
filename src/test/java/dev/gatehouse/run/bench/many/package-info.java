/** One method that is many tools. */
package dev.gatehouse.run.bench.many;
