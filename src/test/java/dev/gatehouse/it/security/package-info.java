/** Tokens, scopes and keys of a deployed WAR, and its health while the issuer has an outage. */
package dev.gatehouse.it.security;
