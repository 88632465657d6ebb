/** What a running tool can tell the client, or ask it, in either era; uses nothing of Gatehouse. */
package dev.gatehouse.client;
