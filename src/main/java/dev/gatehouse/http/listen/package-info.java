/** Streams that clients keep open without a call: GET, and subscriptions/listen. */
package dev.gatehouse.http.listen;
