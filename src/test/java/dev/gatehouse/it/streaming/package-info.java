/** Tools that take their time, and clients that read along or leave. */
package dev.gatehouse.it.streaming;
