/** Completion: who proposes values for which argument. */
package dev.gatehouse.engine.completion;
