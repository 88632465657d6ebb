package dev.gatehouse.example.todo;

/** Whose todos: a subject at an issuer, in an organization (empty when it has none). */
record Owner(String issuer, String organization, String subject) {}
