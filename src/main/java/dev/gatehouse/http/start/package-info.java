/** The JAX-RS application, from deployment to undeployment. */
package dev.gatehouse.http.start;
