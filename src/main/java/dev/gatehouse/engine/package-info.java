/** What finds the authors' methods at deployment and runs them. */
package dev.gatehouse.engine;
