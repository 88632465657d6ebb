/** The landing page, over the wire and in a browser. */
package dev.gatehouse.it.landing;
