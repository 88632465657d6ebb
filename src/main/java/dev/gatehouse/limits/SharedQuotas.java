package dev.gatehouse.limits;

import dev.gatehouse.cluster.NodeMessage;
import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.json.Json;
import dev.gatehouse.tool.UnavailableException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nodes tell each other now and then how much each has given to whom, and take that from what is
 * left with them. Callers are told by digests.
 */
final class SharedQuotas {
  /** Of how many callers at a time; the others' turn comes with the next. */
  static final int MOST_KEYS = 1000;

  private static final String KIND = "quota";
  private static final String NUMBER = "number";
  private static final int DIGEST_BYTES = 16;
  private static final int MOST_NODES = 1000;

  private final Nodes nodes;
  private final Map<String, RateLimit> limits;
  private final Map<String, Integer> heard = new LinkedHashMap<>();
  private int number;

  SharedQuotas(Nodes nodes, RateLimit calls, RateLimit callsPerCaller) {
    this.nodes = nodes;
    this.limits = Map.of("calls", calls, "caller", callsPerCaller);
    nodes.listen(KIND, this::take);
  }

  /** The same on all nodes. */
  static String key(String caller, Declaration what) {
    String use = String.join("\n", what.kind(), what.name(), caller);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(use.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Tells what was given since the last time; what can't be told now is told later. */
  void tell() {
    Map<String, Map<String, Integer>> untold = new LinkedHashMap<>();
    limits.forEach((name, limit) -> untold.put(name, limit.untold(MOST_KEYS)));
    if (untold.values().stream().allMatch(Map::isEmpty)) {
      return;
    }
    number++;
    JsonObjectBuilder body = Json.createObjectBuilder().add(NUMBER, number);
    untold.forEach((name, given) -> body.add(name, counts(given)));
    try {
      nodes.tell(new NodeMessage(KIND, nodes.self(), body.build()));
      limits.forEach((name, limit) -> limit.told(untold.get(name)));
    } catch (UnavailableException e) {
      // The database's own lines say so.
    }
  }

  private static JsonObjectBuilder counts(Map<String, Integer> given) {
    JsonObjectBuilder counts = Json.createObjectBuilder();
    given.forEach(counts::add);
    return counts;
  }

  // What was told comes in its order, and may come twice.
  private synchronized void take(NodeMessage message) {
    int latest = message.body().getInt(NUMBER);
    if (latest <= heard.getOrDefault(message.target(), 0)) {
      return;
    }
    heard.remove(message.target());
    heard.put(message.target(), latest);
    if (heard.size() > MOST_NODES) {
      heard.remove(heard.keySet().iterator().next());
    }
    limits.forEach((name, limit) -> charge(limit, message.body().getJsonObject(name)));
  }

  private static void charge(RateLimit limit, JsonObject given) {
    given.forEach((key, count) -> limit.charge(key, ((JsonNumber) count).intValue()));
  }
}
