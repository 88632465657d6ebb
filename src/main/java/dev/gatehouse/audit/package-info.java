/** Who called what, with which rights, and how it ended. */
package dev.gatehouse.audit;
