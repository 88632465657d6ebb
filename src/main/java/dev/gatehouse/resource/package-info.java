/** Resources: CDI bean methods found at deployment that answer for a URI or a template of URIs. */
package dev.gatehouse.resource;
