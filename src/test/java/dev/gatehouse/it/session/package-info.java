/** Sessions and sealed states: whose they are, on which node, and that nothing of them is left. */
package dev.gatehouse.it.session;
