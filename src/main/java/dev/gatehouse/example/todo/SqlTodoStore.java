package dev.gatehouse.example.todo;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Sql;
import dev.gatehouse.tool.ToolFailure;
import dev.gatehouse.tool.UnavailableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Todos in a table that all nodes share. */
final class SqlTodoStore implements TodoStore {
  private static final String COLUMNS =
      "place, id, title, description, completed, created_at, version";
  private static final String ONE =
      "select " + COLUMNS + " from gatehouse_todo where owner = ? and id = ?";
  private static final int TRIES = 10;

  // What can't be an id is none: a database may refuse to compare it.
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,64}");

  private final Database database;

  SqlTodoStore(Database database) {
    this.database = database;
  }

  private record Row(PlacedTodo placed, int version) {
    static Row of(ResultSet at) throws SQLException {
      Todo todo =
          new Todo(
              at.getString(2),
              at.getString(3),
              at.getString(4),
              at.getBoolean(5),
              Instant.ofEpochMilli(at.getLong(6)));
      return new Row(new PlacedTodo(at.getLong(1), todo), at.getInt(7));
    }

    Todo todo() {
      return placed.todo();
    }
  }

  /** Two nodes that add at the same time may exceed the limit by one each. */
  @Override
  public Todo add(Owner owner, Todo todo) {
    return database.with(
        sql -> {
          if (count(sql, owner) >= MAX_PER_OWNER) {
            throw new ToolFailure("You have " + MAX_PER_OWNER + " todos; delete some first");
          }
          sql.update(
              "insert into gatehouse_todo"
                  + " (owner, id, title, description, completed, created_at, version)"
                  + " values (?, ?, ?, ?, ?, ?, 0)",
              owner.digest(),
              todo.id(),
              todo.title(),
              todo.description(),
              todo.completed(),
              todo.createdAt().toEpochMilli());
          return todo;
        });
  }

  private static int count(Sql sql, Owner owner) throws SQLException {
    return sql.first(
            "select count(*) from gatehouse_todo where owner = ?",
            at -> at.getInt(1),
            owner.digest())
        .orElseThrow();
  }

  @Override
  public Todos page(Owner owner, PageRequest page) {
    String wanted = page.completed().map(only -> " and completed = " + only).orElse("");
    return database.with(
        sql ->
            PlacedTodo.page(
                sql.all(
                    "select "
                        + COLUMNS
                        + " from gatehouse_todo where owner = ? and place > ?"
                        + wanted
                        + " order by place fetch first "
                        + (page.limit() + 1)
                        + " rows only",
                    at -> Row.of(at).placed(),
                    owner.digest(),
                    page.after()),
                page.limit()));
  }

  @Override
  public Optional<Todo> find(Owner owner, String id) {
    return database.with(sql -> row(sql, owner, id)).map(Row::todo);
  }

  private static Optional<Row> row(Sql sql, Owner owner, String id) throws SQLException {
    return ID.matcher(id).matches()
        ? sql.first(ONE, Row::of, owner.digest(), id)
        : Optional.empty();
  }

  @Override
  public Optional<Todo> change(Owner owner, String id, UnaryOperator<Todo> change) {
    return database.with(
        sql -> {
          for (int i = 0; i < TRIES; i++) {
            Optional<Row> row = row(sql, owner, id);
            Optional<Todo> changed = row.map(Row::todo).map(change);
            if (row.isEmpty() || isSaved(sql, owner, row.get(), changed.get())) {
              return changed;
            }
          }
          throw new UnavailableException(
              "Others change the same todo; try again", Duration.ofSeconds(1));
        });
  }

  private static boolean isSaved(Sql sql, Owner owner, Row old, Todo changed) throws SQLException {
    return sql.update(
            "update gatehouse_todo set title = ?, description = ?, completed = ?,"
                + " version = version + 1 where owner = ? and id = ? and version = ?",
            changed.title(),
            changed.description(),
            changed.completed(),
            owner.digest(),
            changed.id(),
            old.version())
        == 1;
  }

  @Override
  public Optional<Todo> remove(Owner owner, String id) {
    return database.with(
        sql -> {
          Optional<Row> row = row(sql, owner, id);
          boolean removed =
              row.isPresent()
                  && sql.update(
                          "delete from gatehouse_todo where owner = ? and id = ?",
                          owner.digest(),
                          id)
                      == 1;
          return removed ? row.map(Row::todo) : Optional.empty();
        });
  }
}
