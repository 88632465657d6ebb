/** What the nodes of a cluster tell each other. */
package dev.gatehouse.cluster;
