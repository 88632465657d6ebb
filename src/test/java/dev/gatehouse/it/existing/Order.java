package dev.gatehouse.it.existing;

/** What the application works on. */
public record Order(String id, String customer, int amount) {}
