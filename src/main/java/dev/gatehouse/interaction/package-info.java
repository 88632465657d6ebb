/** What a running tool can tell its client, or ask it, in either era; written once for both. */
package dev.gatehouse.interaction;
