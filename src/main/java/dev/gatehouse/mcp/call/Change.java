package dev.gatehouse.mcp.call;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;

/**
 * What a listening client can be told.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/utilities/subscriptions">Subscriptions</a>
 */
public sealed interface Change {

  /** The notification that tells it. */
  String method();

  /** The params of that notification. */
  JsonObjectBuilder params();

  /** As nodes tell it each other. */
  default JsonObject toJson() {
    return params().add("method", method()).build();
  }

  /** What another node told. */
  static Change of(JsonObject json) {
    String method = json.getString("method");
    return Arrays.stream(OfList.values())
        .filter(list -> list.method().equals(method))
        .map(Change.class::cast)
        .findFirst()
        .orElseGet(() -> new OfResource(json.getString("uri")));
  }

  /** Another list than before. */
  enum OfList implements Change {
    TOOLS("toolsListChanged", "notifications/tools/list_changed"),
    PROMPTS("promptsListChanged", "notifications/prompts/list_changed"),
    RESOURCES("resourcesListChanged", "notifications/resources/list_changed");

    private final String member;
    private final String method;

    OfList(String member, String method) {
      this.member = member;
      this.method = method;
    }

    /** What asks for it in a filter. */
    public String member() {
      return member;
    }

    @Override
    public String method() {
      return method;
    }

    @Override
    public JsonObjectBuilder params() {
      return Json.createObjectBuilder();
    }
  }

  /** Another content of a resource. */
  record OfResource(String uri) implements Change {
    @Override
    public String method() {
      return "notifications/resources/updated";
    }

    @Override
    public JsonObjectBuilder params() {
      return Json.createObjectBuilder().add("uri", uri);
    }
  }
}
