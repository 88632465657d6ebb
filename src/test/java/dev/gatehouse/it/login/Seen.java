package dev.gatehouse.it.login;

/** What somebody sees of the caller. */
public record Seen(String principal, boolean clerk, boolean chief) {}
