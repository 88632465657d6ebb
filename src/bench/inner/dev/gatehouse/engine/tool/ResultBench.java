package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.schema.ResultSchema;
import dev.gatehouse.example.todo.Todo;
import dev.gatehouse.example.todo.TodoResult;
import dev.gatehouse.example.todo.Todos;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a tool returned, to its result. */
@State(Scope.Thread)
public class ResultBench {
  private final ResultWriter writer = new ResultWriter();
  private final ResultSchema ofOne = schema(TodoResult.class);
  private final ResultSchema ofAll = schema(Todos.class);
  private final ResultForm formOfOne = ResultForm.of(TodoResult.class, ofOne);
  private final ResultForm formOfAll = ResultForm.of(Todos.class, ofAll);
  private final Todo todo =
      new Todo(
          "3f1c2f5e-7a0b-4d55-9c1e-0b7f6a2d9e10",
          "Todo 000: water the plants",
          "Every plant on the balcony and in the hall, in the evening.",
          false,
          Instant.parse("2026-11-20T23:00:00.123Z"));
  private final TodoResult one = new TodoResult(todo);
  private final Todos all = new Todos(Collections.nCopies(100, todo), Optional.empty());

  private static ResultSchema schema(Class<?> type) {
    try {
      return ResultSchema.of(type);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public Object one() {
    return writer.write(one, ofOne, formOfOne);
  }

  @Benchmark
  public Object hundred() {
    return writer.write(all, ofAll, formOfAll);
  }
}
