package dev.gatehouse.run.fuzz;

import static dev.gatehouse.run.fuzz.FuzzTarget.require;

import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcException;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Bytes to a message: what is accepted is the same after a round trip, all else is refused. */
final class CodecTarget implements FuzzTarget {
  private static final Set<Integer> CODES =
      Set.of(JsonRpcError.PARSE_ERROR, JsonRpcError.INVALID_REQUEST);
  private static final int LONGEST_SENTENCE = 200;

  private final JsonRpcCodec codec = new JsonRpcCodec();

  @Override
  public void check(byte[] input) throws Exception {
    JsonRpcMessage message;
    try {
      message = codec.parse(input);
    } catch (JsonRpcException e) {
      require(CODES.contains(e.error().code()), "refused with " + e.error().code());
      require(e.error().message().length() <= LONGEST_SENTENCE, "refused at length");
      require(e.error().answer(e.id()).toString().length() < 400 + input.length, "long answer");
      return;
    }
    String json = ascii(json(message).toString());
    JsonRpcMessage again = codec.parse(json.getBytes(StandardCharsets.US_ASCII));
    require(again.equals(message), "reads otherwise the second time");
    if (message instanceof JsonRpcMessage.Request request) {
      echo(request);
    }
  }

  private void echo(JsonRpcMessage.Request request) throws JsonRpcException {
    byte[] answer =
        JsonRpcCodec.answer(request.id(), JsonValue.EMPTY_JSON_OBJECT)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    var reply = (JsonRpcMessage.Reply) codec.parse(answer);
    require(reply.body().get("id").equals(request.id().value()), "echoes another id");
  }

  private static JsonValue json(JsonRpcMessage message) {
    if (message instanceof JsonRpcMessage.Reply reply) {
      return reply.body();
    }
    if (message instanceof JsonRpcMessage.Batch batch) {
      JsonArrayBuilder array = Json.createArrayBuilder();
      batch.messages().forEach(each -> array.add(json(each)));
      return array.build();
    }
    var json = Json.createObjectBuilder().add("jsonrpc", "2.0");
    if (message instanceof JsonRpcMessage.Request request) {
      return json.add("id", request.id().value())
          .add("method", request.method())
          .add("params", request.params())
          .build();
    }
    var notification = (JsonRpcMessage.Notification) message;
    return json.add("method", notification.method()).add("params", notification.params()).build();
  }

  // Half a surrogate pair has no UTF-8, but an escape.
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder();
    json.chars().forEach(c -> text.append(c < 128 ? (char) c + "" : String.format("\\u%04x", c)));
    return text.toString();
  }

  @Override
  public List<String> seeds() {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    return List.of(
        ping,
        " [" + ping + ",{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}]\n",
        "{\"jsonrpc\":\"2.0\",\"id\":\"a-\\u00e4\",\"result\":{\"n\":[1,2.50,-3e7,null,true]}}",
        "{\"jsonrpc\":\"2.0\",\"id\":9007199254740993,\"method\":\"tools/call\",\"params\":{"
            + "\"name\":\"add\",\"arguments\":{\"a\":1,\"b\":{\"c\":[[],{}]}},\"_meta\":{\"k\":0}}}");
  }

  @Override
  public List<String> words() {
    return FuzzTarget.json(
        "\"jsonrpc\":\"2.0\"",
        "\"id\":",
        "\"method\":",
        "\"params\":",
        "\"result\":",
        "\"error\":");
  }
}
