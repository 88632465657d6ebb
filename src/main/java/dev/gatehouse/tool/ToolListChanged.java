package dev.gatehouse.tool;

/** A CDI event that says: callers may find other tools than before, so tell those who listen. */
public record ToolListChanged() {}
