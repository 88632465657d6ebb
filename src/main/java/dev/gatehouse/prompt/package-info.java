/** What authors of prompts write with: CDI bean methods that give people messages to start from. */
package dev.gatehouse.prompt;
