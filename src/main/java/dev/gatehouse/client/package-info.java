/** What a running call can say to its client; placeholders. */
package dev.gatehouse.client;
