/** The doctor: what is wrong between configuration, issuer, proxy and clients. */
package dev.gatehouse.diagnostics;
