/** The MCP endpoint: JAX-RS resource, bodies in and out, errors as JSON. */
package dev.gatehouse.http;
