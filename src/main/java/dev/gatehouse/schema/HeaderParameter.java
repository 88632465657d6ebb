package dev.gatehouse.schema;

/** A property that the header {@code Mcp-Param-<header>} mirrors. */
public record HeaderParameter(String header, String property) {}
