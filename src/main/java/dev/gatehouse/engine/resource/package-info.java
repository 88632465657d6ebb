/** Resources and resource templates: found by their URIs, and read. */
package dev.gatehouse.engine.resource;
