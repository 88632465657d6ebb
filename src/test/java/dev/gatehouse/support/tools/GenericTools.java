package dev.gatehouse.support.tools;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.validation.Valid;
import java.util.List;

/** What a company shares between its beans: the subclass says what it is about. */
public abstract class GenericTools<T> {
  @NoScopeRequired
  @Tool(description = "Gives it back")
  public T echo(@Valid T value) {
    return value;
  }

  @NoScopeRequired
  @Tool(description = "Gives it back twice")
  public List<T> twice(@Valid T value) {
    return List.of(value, value);
  }
}
