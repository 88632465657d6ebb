/** Methods of the application's JAX-RS resources as tools: what their annotations say of them. */
package dev.gatehouse.engine.rest;
