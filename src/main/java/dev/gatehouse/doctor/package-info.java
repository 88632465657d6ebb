/**
 * Finds out what goes wrong between configuration, issuer, proxy and clients, and says what to
 * change.
 */
package dev.gatehouse.doctor;
