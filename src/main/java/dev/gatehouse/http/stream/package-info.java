/** Server-sent events: their writers, their keep-alive, their end. */
package dev.gatehouse.http.stream;
