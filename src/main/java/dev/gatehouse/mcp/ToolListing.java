package dev.gatehouse.mcp;

import dev.gatehouse.tool.ToolDefinition;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The {@code tools} array, prepared once for each set of tools that some caller may see. */
final class ToolListing {
  // As many as there are distinct sets of rights among callers; past it, lists are made anew.
  private static final int MAX_PREPARED = 256;

  private final List<ToolDefinition> tools;
  private final List<JsonObject> entries;
  private final Map<BitSet, JsonArray> prepared = new ConcurrentHashMap<>();

  ToolListing(List<ToolDefinition> tools, Function<ToolDefinition, JsonObject> describe) {
    this.tools = tools;
    this.entries = tools.stream().map(describe).toList();
  }

  JsonArray visibleTo(Access access) {
    BitSet visible = new BitSet(tools.size());
    for (int i = 0; i < tools.size(); i++) {
      visible.set(i, access.allows(tools.get(i).declaration()));
    }
    JsonArray known = prepared.get(visible);
    return known != null ? known : prepare(visible);
  }

  private JsonArray prepare(BitSet visible) {
    var array = Json.createArrayBuilder();
    visible.stream().forEach(i -> array.add(entries.get(i)));
    JsonArray made = array.build();
    if (prepared.size() < MAX_PREPARED) {
      prepared.put(visible, made);
    }
    return made;
  }
}
