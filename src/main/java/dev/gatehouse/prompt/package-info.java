/** Prompts: CDI bean methods found at deployment that give people messages to start from. */
package dev.gatehouse.prompt;
