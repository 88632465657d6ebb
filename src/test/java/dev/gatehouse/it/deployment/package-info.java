/** The WAR deployed, refused, redeployed and beside a neighbour, as operators do it. */
package dev.gatehouse.it.deployment;
