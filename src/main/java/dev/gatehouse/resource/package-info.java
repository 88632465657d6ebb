/**
 * What authors of resources write with: CDI bean methods that answer for a URI or a template of
 * URIs.
 */
package dev.gatehouse.resource;
