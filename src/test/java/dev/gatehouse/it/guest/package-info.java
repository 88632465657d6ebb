/** Gatehouse as a library in the WAR of a company, beside what is there already. */
package dev.gatehouse.it.guest;
