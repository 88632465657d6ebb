/** The client at the other end of a call: what a running tool can tell it, and when it leaves. */
package dev.gatehouse.client;
