package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Arguments to Java values, as the tools of the example have them. */
@State(Scope.Thread)
public class BinderBench {
  private final ArgumentSchema get = schema("get");
  private final ArgumentSchema update = schema("update");
  private final JsonObject one = Json.createObjectBuilder().add("id", "3f1c2f5e-7a0b").build();
  private final JsonObject all =
      Json.createObjectBuilder()
          .add("id", "3f1c2f5e-7a0b")
          .add("title", "Water the plants")
          .add("description", "All of them")
          .add("completed", true)
          .build();

  /** What is called. */
  interface Tools {
    void get(String id);

    void update(
        String id,
        Optional<String> title,
        Optional<String> description,
        Optional<Boolean> completed);
  }

  private static ArgumentSchema schema(String name) {
    try {
      return ArgumentSchema.of(
          Arrays.stream(Tools.class.getDeclaredMethods())
              .filter(method -> method.getName().equals(name))
              .flatMap(method -> Arrays.stream(method.getParameters()))
              .map(
                  p ->
                      new Argument(
                          p.getName(),
                          "",
                          false,
                          Optional.empty(),
                          Optional.empty(),
                          p.getParameterizedType(),
                          p,
                          Tools.class))
              .toList());
    } catch (UnusableTypeException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public Object one() throws InvalidArgumentsException {
    return get.read(one);
  }

  @Benchmark
  public Object four() throws InvalidArgumentsException {
    return update.read(all);
  }
}
