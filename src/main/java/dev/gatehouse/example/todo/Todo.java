package dev.gatehouse.example.todo;

import java.time.Instant;

/** One thing to do. */
public record Todo(
    String id, String title, String description, boolean completed, Instant createdAt) {}
