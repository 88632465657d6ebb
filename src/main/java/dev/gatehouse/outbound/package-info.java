/** The one way to other servers: HTTP requests in bounded time and size. */
package dev.gatehouse.outbound;
