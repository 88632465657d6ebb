/** The one-command demo, started as Maven starts it. */
package dev.gatehouse.it.demo;
