/**
 * Tests of tools, prompts and resources in process: chosen beans behind the real dispatcher, and a
 * client that calls them. The artifact {@code testing}; nothing of it is in the WAR or the library.
 */
package dev.gatehouse.testing;
