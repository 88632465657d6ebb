/** The one-command demo: a stand-in for Scalekit, and Payara Micro with the WAR. */
package dev.gatehouse.run.demo;
