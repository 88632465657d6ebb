/** Another application of the same server, with everything that could get in Gatehouse's way. */
package dev.gatehouse.neighbour;
