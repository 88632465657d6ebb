/** The keys of the issuer. */
package dev.gatehouse.security.jwks;
