/** The server's own threads. */
package dev.gatehouse.concurrent;
