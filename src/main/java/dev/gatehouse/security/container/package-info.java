/** The container learns who calls, where the operator wants that. */
package dev.gatehouse.security.container;
