/** The one endpoint: JAX-RS application and resource, Origin and Host checks, errors as JSON. */
package dev.gatehouse.http;
