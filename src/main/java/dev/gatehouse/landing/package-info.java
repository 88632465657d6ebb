/** The page that a browser gets. */
package dev.gatehouse.landing;
