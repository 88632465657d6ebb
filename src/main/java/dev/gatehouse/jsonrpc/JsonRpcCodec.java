package dev.gatehouse.jsonrpc;

import static dev.gatehouse.jsonrpc.JsonRpcError.INVALID_REQUEST;
import static dev.gatehouse.jsonrpc.JsonRpcError.PARSE_ERROR;

import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonShape;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads messages from bytes: strict UTF-8, no duplicate keys, bounded nesting and batch length. */
public final class JsonRpcCodec {

  /** How deep objects and arrays may nest. */
  public static final int MAX_DEPTH = 64;

  /** How many messages one batch may hold. */
  public static final int MAX_BATCH = 50;

  private final JsonReaderFactory readers =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  /** The message in these bytes. */
  public JsonRpcMessage parse(byte[] body) throws JsonRpcException {
    JsonValue json = json(body);
    return json instanceof JsonArray array ? batch(array) : message(json);
  }

  /** The JSON in these bytes, under the same bounds. */
  JsonValue json(byte[] body) throws JsonRpcException {
    String text = text(body);
    checkShape(text);
    // The last of these exceptions is the parser's for a number of absurd length.
    try (var reader = readers.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonException
        | IllegalStateException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw unreadable("The body is not valid JSON");
    }
  }

  private static String text(byte[] body) throws JsonRpcException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable("The body is not valid UTF-8");
    }
  }

  private static void checkShape(String text) throws JsonRpcException {
    switch (JsonShape.of(text, MAX_DEPTH)) {
      case SINGLE -> {}
      case CONTINUED -> throw unreadable("The body goes on after its JSON ended");
      case DEEP -> throw unreadable("The body nests deeper than " + MAX_DEPTH + " levels");
    }
  }

  private JsonRpcMessage.Batch batch(JsonArray array) throws JsonRpcException {
    if (array.isEmpty() || array.size() > MAX_BATCH) {
      throw invalid("A batch holds 1 to " + MAX_BATCH + " messages", Optional.empty());
    }
    List<JsonRpcMessage> messages = new ArrayList<>();
    for (JsonValue element : array) {
      messages.add(message(element));
    }
    return new JsonRpcMessage.Batch(messages);
  }

  private static JsonRpcMessage message(JsonValue json) throws JsonRpcException {
    if (!(json instanceof JsonObject object)) {
      throw invalid("A message is a JSON object", Optional.empty());
    }
    Optional<JsonRpcId> id = JsonRpcId.of(object.get("id"));
    if (!(object.get("jsonrpc") instanceof JsonString version)
        || !version.getString().equals("2.0")) {
      throw invalid("jsonrpc must be \"2.0\"", id);
    }
    if (member(object, "method").equals(JsonValue.NULL)
        && (object.containsKey("result") || object.containsKey("error"))) {
      return new JsonRpcMessage.Reply(object);
    }
    return call(object, id);
  }

  private static JsonRpcMessage call(JsonObject object, Optional<JsonRpcId> id)
      throws JsonRpcException {
    if (!(object.get("method") instanceof JsonString method)) {
      throw invalid("method must be a string", id);
    }
    JsonObject params = params(object, id);
    if (!object.containsKey("id")) {
      return new JsonRpcMessage.Notification(method.getString(), params);
    }
    JsonRpcId known =
        id.orElseThrow(() -> invalid("id must be a well-formed string or an integer", id));
    return new JsonRpcMessage.Request(known, method.getString(), params);
  }

  // Clients in Go, Java and C# send null for what is absent.
  private static JsonValue member(JsonObject object, String name) {
    return object.getOrDefault(name, JsonValue.NULL);
  }

  private static JsonObject params(JsonObject object, Optional<JsonRpcId> id)
      throws JsonRpcException {
    JsonValue params = member(object, "params");
    if (params.equals(JsonValue.NULL)) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (params instanceof JsonObject members) {
      return members;
    }
    throw invalid("params must be an object", id);
  }

  /** The answer to {@code id} that carries {@code result}. */
  public static JsonObject answer(JsonRpcId id, JsonObject result) {
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("id", id.value())
        .add("result", result)
        .build();
  }

  private static JsonRpcException unreadable(String message) {
    return new JsonRpcException(PARSE_ERROR, message, Optional.empty());
  }

  private static JsonRpcException invalid(String message, Optional<JsonRpcId> id) {
    return new JsonRpcException(INVALID_REQUEST, message, id);
  }
}
