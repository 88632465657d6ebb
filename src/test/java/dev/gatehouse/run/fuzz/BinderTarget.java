package dev.gatehouse.run.fuzz;

import static dev.gatehouse.run.fuzz.FuzzTarget.require;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.engine.schema.ArgumentSchema;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.engine.schema.UnusableTypeException;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcException;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Arguments to Java values: what is read conforms to the schema, all else is told in few words. */
final class BinderTarget implements FuzzTarget {
  private static final int MOST_PROBLEMS = 50;
  private static final int LONGEST_PROBLEM = 512;

  private final JsonRpcCodec codec = new JsonRpcCodec();
  private final ArgumentSchema arguments = compiled();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(arguments.schema().toString());

  private static ArgumentSchema compiled() {
    try {
      return ArgumentSchema.of(
          Arrays.stream(EveryType.class.getMethods()[0].getParameters())
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
                          EveryType.class))
              .toList());
    } catch (UnusableTypeException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void check(byte[] input) {
    Optional<JsonObject> given = params(input);
    if (given.isEmpty()) {
      return;
    }
    try {
      arguments.read(given.get());
    } catch (InvalidArgumentsException e) {
      require(!e.problems().isEmpty() && e.problems().size() <= MOST_PROBLEMS, "many problems");
      for (String problem : e.problems()) {
        require(problem.length() <= LONGEST_PROBLEM, "a long problem");
        require(problem.codePoints().noneMatch(BinderTarget::isUnprintable), "unprintable");
      }
      return;
    }
    String json = withoutNulls(given.get()).toString();
    var messages = schema.validate(json, InputFormat.JSON);
    require(messages.isEmpty(), "read, but against the schema: " + messages);
  }

  private Optional<JsonObject> params(byte[] input) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        "{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(input);
    body.write('}');
    try {
      return Optional.of(((JsonRpcMessage.Notification) codec.parse(body.toByteArray())).params());
    } catch (JsonRpcException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static boolean isUnprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Null is as good as absent, which the schema does not say. */
  private static JsonValue withoutNulls(JsonValue value) {
    if (value instanceof JsonObject object) {
      JsonObjectBuilder members = Json.createObjectBuilder();
      object.forEach(
          (name, member) -> {
            if (member != JsonValue.NULL) {
              members.add(name, withoutNulls(member));
            }
          });
      return members.build();
    }
    return value.getValueType() == JsonValue.ValueType.ARRAY
        ? Json.createArrayBuilder(
                value.asJsonArray().stream().map(BinderTarget::withoutNulls).toList())
            .build()
        : value;
  }

  @Override
  public List<String> seeds() {
    return EveryType.SEEDS;
  }

  @Override
  public List<String> words() {
    return FuzzTarget.json(EveryType.WORDS);
  }
}
