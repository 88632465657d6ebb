/** What authors decide rights with: scopes, and the caller of the request. */
package dev.gatehouse.security;
