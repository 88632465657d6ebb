/** Time that moves only when a test says so. */
package dev.gatehouse.support.time;
