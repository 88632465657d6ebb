package dev.gatehouse.example.todo;

/** The todo that a tool made, found or changed. */
public record TodoResult(Todo todo) {}
