/** The caller of the request on this thread. */
package dev.gatehouse.security.caller;
