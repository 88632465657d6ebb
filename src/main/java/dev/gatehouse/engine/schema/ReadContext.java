package dev.gatehouse.engine.schema;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where in the arguments we are, and what was wrong on the way here. */
final class ReadContext {
  private static final int MAX_PROBLEMS = 50;
  private static final int MAX_PATH = 256;

  private final Optional<ReadContext> outer;
  private final String step;
  private final Problems problems;

  private ReadContext(Optional<ReadContext> outer, String step, Problems problems) {
    this.outer = outer;
    this.step = step;
    this.problems = problems;
  }

  static ReadContext start() {
    return start(false);
  }

  /** Where models may send JSON in the text of a string, if lenient. */
  static ReadContext start(boolean lenient) {
    return new ReadContext(Optional.empty(), "", new Problems(lenient));
  }

  ReadContext member(String name) {
    String separator = outer.isEmpty() ? "" : ".";
    return new ReadContext(Optional.of(this), separator + name, problems);
  }

  ReadContext element(int index) {
    return new ReadContext(Optional.of(this), "[" + index + "]", problems);
  }

  /** Notes the problem; the returned null stands for a value that is never used. */
  Object refuse(String problem) {
    // Counted, not compared: a caller can make any number of problems that read the same.
    if (problems.count++ < MAX_PROBLEMS) {
      // The end of the path tells more than its beginning.
      problems.told.add(Excerpt.end(path(), MAX_PATH) + ": " + problem);
    }
    return null;
  }

  Object refuse(String expected, JsonValue value) {
    return refuse("must be " + expected + ", not " + kind(value));
  }

  /** The same, telling a model that sent the right thing as text what to send instead. */
  Object refuse(String expected, JsonValue value, TextualJson wanted) {
    String advice = value instanceof JsonString text ? wanted.advice(text.getString()) : "";
    return refuse("must be " + expected + ", not " + kind(value) + advice);
  }

  /** What is meant by a value: what its text says, where callers may send it so. */
  JsonValue meant(JsonValue value, TextualJson wanted) {
    return problems.lenient && value instanceof JsonString text
        ? wanted.in(text.getString()).orElse(value)
        : value;
  }

  /** How many so far, those that are not told included. */
  int problemCount() {
    return problems.count;
  }

  /** Whether nothing more would be told, so that reading on is of no use to anybody. */
  boolean isFull() {
    return problems.count >= MAX_PROBLEMS;
  }

  List<String> problems() {
    return List.copyOf(problems.told);
  }

  private String path() {
    return outer.map(ReadContext::path).orElse("") + Excerpt.of(step);
  }

  private static String kind(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case TRUE, FALSE -> "a boolean";
      case NULL -> "null";
    };
  }

  private static final class Problems {
    private final Set<String> told = new LinkedHashSet<>();
    private final boolean lenient;
    private int count;

    private Problems(boolean lenient) {
      this.lenient = lenient;
    }
  }
}
