/** What the server offers: its APIs, and its threads. */
package dev.gatehouse.platform;
