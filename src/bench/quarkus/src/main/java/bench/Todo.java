package bench;

/** One thing to do. */
public record Todo(
    String id, String title, String description, boolean completed, String createdAt) {}
