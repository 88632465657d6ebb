/** The deployed WAR as clients see it: over HTTP, as a stream, and by the clients from npm. */
package dev.gatehouse.support.client;
