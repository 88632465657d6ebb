/** What strangers and clients with a token send to break a server, over the wire. */
package dev.gatehouse.it.hostile;
