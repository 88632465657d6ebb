/** What the end of a method means: a result that is still to come, a refusal, a fault. */
package dev.gatehouse.engine.outcome;
