/** The caller in the business tier. */
package dev.gatehouse.it.login;
