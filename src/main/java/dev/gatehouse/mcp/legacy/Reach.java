package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.legacy.relay.StreamRelays;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.function.Supplier;

/** What callers' tokens reach of all that is here, in words that another node understands. */
record Reach(Supplier<List<Declaration>> all) {

  JsonArray of(Authorization access) {
    return Json.createArrayBuilder(
            all.get().stream().filter(access::allows).map(Reach::name).toList())
        .build();
  }

  static boolean has(StreamRelays.Wanted wanted, MethodCall call) {
    return wanted.allowed().contains(Json.createValue(name(call.declaration())));
  }

  private static String name(Declaration declaration) {
    return declaration.kind() + " " + declaration.name();
  }
}
