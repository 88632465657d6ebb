/** Clients that listen for changes, few and many. */
package dev.gatehouse.it.listening;
