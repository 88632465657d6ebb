/** Prompts: their arguments, and their messages. */
package dev.gatehouse.engine.prompt;
