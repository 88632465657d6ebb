package dev.gatehouse.mcp.legacy;

import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcId;
import jakarta.json.JsonException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in which stream of a session an event is; written {@code <stream>-<number>}, and where
 * other nodes may be asked for it, with the id of the request that the stream answers.
 */
record EventId(long stream, long number) {
  // Eighteen digits fit a long.
  private static final Pattern WRITTEN =
      Pattern.compile("(0|[1-9][0-9]{0,17})-(0|[1-9][0-9]{0,17})(?:-([A-Za-z0-9_-]{1,128}))?");

  // Each node has numbers of its own, so that no event is taken for another's.
  private static final long STREAMS_OF_A_NODE = 1_000_000;
  private static final int LONGEST_REQUEST = 90;

  static Optional<EventId> of(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    return matcher.matches()
        ? Optional.of(
            new EventId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /** The first number of the streams of this node; 0 where there is one. */
  static long firstOf(String node) {
    return node.isEmpty() ? 0 : Long.parseLong(node, 16) * STREAMS_OF_A_NODE;
  }

  /** The node that has the stream. */
  String node() {
    return "%08x".formatted(stream / STREAMS_OF_A_NODE);
  }

  /** What is written behind the number, for a request whose id is not too long. */
  static String suffix(JsonRpcId request) {
    byte[] id = request.value().toString().getBytes(StandardCharsets.UTF_8);
    return id.length > LONGEST_REQUEST
        ? ""
        : "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /** The request whose stream this event is of, if that is written. */
  static Optional<JsonRpcId> request(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    return matcher.matches() && matcher.group(3) != null
        ? read(matcher.group(3))
        : Optional.empty();
  }

  private static Optional<JsonRpcId> read(String encoded) {
    try (var reader =
        Json.createReader(
            new StringReader(
                new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8)))) {
      return JsonRpcId.of(reader.readValue());
    } catch (IllegalArgumentException | JsonException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return stream + "-" + number;
  }
}
