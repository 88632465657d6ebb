package dev.gatehouse.mcp.method;

import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBytes;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A list of the protocol in pages, prepared once for each set of entries that some caller may see.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/pagination">
 *     MCP pagination</a>
 */
public final class Listing<D extends Definition> {
  static final int PAGE = 100;

  // As many as there are distinct sets of rights among callers; past it, lists are made anew.
  private static final int MAX_PREPARED = 256;

  private final String member;
  private final List<D> declared;
  private final List<JsonObject> entries;
  private final Map<BitSet, List<JsonValue>> prepared = new ConcurrentHashMap<>();

  Listing(String member, List<D> declared, Function<D, JsonObject> describe) {
    this.member = member;
    this.declared = declared;
    this.entries = declared.stream().map(describe).toList();
  }

  boolean isEmpty() {
    return declared.isEmpty();
  }

  /** The member of the result, and {@code nextCursor} where there is more. */
  public JsonObjectBuilder page(JsonObject params, Authorization access) {
    int number = number(params.getOrDefault("cursor", JsonValue.NULL));
    List<JsonValue> pages = visibleTo(access);
    if (number >= pages.size()) {
      throw unknownCursor();
    }
    JsonObjectBuilder result = Json.createObjectBuilder().add(member, pages.get(number));
    if (number + 1 < pages.size()) {
      result.add("nextCursor", cursor(number + 1));
    }
    return result;
  }

  private List<JsonValue> visibleTo(Authorization access) {
    BitSet visible = new BitSet(declared.size());
    for (int i = 0; i < declared.size(); i++) {
      visible.set(i, access.allows(declared.get(i).declaration()));
    }
    List<JsonValue> known = prepared.get(visible);
    return known != null ? known : prepare(visible);
  }

  private List<JsonValue> prepare(BitSet visible) {
    List<JsonValue> pages = new ArrayList<>();
    int[] shown = visible.stream().toArray();
    for (int start = 0; start == 0 || start < shown.length; start += PAGE) {
      var array = Json.createArrayBuilder();
      for (int i = start; i < Math.min(shown.length, start + PAGE); i++) {
        array.add(entries.get(shown[i]));
      }
      pages.add(JsonBytes.prepared(array.build()));
    }
    if (prepared.size() < MAX_PREPARED) {
      prepared.put(visible, pages);
    }
    return pages;
  }

  private static String cursor(int page) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("page " + page).getBytes(StandardCharsets.US_ASCII));
  }

  private static int number(JsonValue cursor) {
    if (cursor == JsonValue.NULL) {
      return 0;
    }
    if (!(cursor instanceof JsonString text) || text.getString().length() > 32) {
      throw unknownCursor();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.getString());
      String page = new String(bytes, StandardCharsets.US_ASCII);
      if (page.matches("page [1-9][0-9]{0,5}")) {
        return Integer.parseInt(page.substring(5));
      }
    } catch (IllegalArgumentException e) {
      // As unknown as any other.
    }
    throw unknownCursor();
  }

  private static McpException unknownCursor() {
    return McpException.inBand(new JsonRpcError(JsonRpcError.INVALID_PARAMS, "Unknown cursor"));
  }
}
