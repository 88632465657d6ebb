/** Who called what, with which rights, and how it ended; uses nothing else of Gatehouse. */
package dev.gatehouse.audit;
