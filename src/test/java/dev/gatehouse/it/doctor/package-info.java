/** The doctor of a deployed WAR, as administrators and callers see it. */
package dev.gatehouse.it.doctor;
