/** Tokens, scopes and keys of a deployed WAR. */
package dev.gatehouse.it.security;
