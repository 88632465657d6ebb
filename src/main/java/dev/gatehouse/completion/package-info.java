/**
 * Completion: CDI bean methods found at deployment that propose values for the arguments of prompts
 * and resource templates.
 */
package dev.gatehouse.completion;
