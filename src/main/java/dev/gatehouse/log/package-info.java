/** Keeps the log readable, whatever callers do. */
package dev.gatehouse.log;
