/** How much callers may do in a minute. */
package dev.gatehouse.limits;
