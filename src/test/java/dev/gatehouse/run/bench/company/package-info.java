/**
 * What a company has beside the library: an application of its own, which Gatehouse is a guest of.
 */
package dev.gatehouse.run.bench.company;
