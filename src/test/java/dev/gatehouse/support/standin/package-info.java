/**
 * A local stand-in for Scalekit: an authorization server for tests and demos, never for production.
 */
package dev.gatehouse.support.standin;
