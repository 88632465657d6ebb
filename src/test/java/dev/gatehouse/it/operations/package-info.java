/** Audit, quotas and switches of a deployed WAR. */
package dev.gatehouse.it.operations;
