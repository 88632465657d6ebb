package dev.gatehouse.testing;

import dev.gatehouse.mcp.call.ProtocolVersion;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client of one caller, as {@link Gatehouse#as} makes it. What it answers when a tool asks is
 * told before the call, in order, and holds for each call anew; it declares that it can be asked
 * for what it has answers for, and for nothing else. A question without an answer fails the test,
 * and so does an answer that nobody asked for.
 */
public final class McpClient {
  private static final JsonObject NO_PARAMS = JsonValue.EMPTY_JSON_OBJECT;

  private final Deployment deployment;
  private final Token token;
  private final Script script;
  private final String version;

  McpClient(Deployment deployment, Token token, Script script, String version) {
    this.deployment = deployment;
    this.token = token;
    this.script = script;
    this.version = version;
  }

  private McpClient with(Script answers) {
    return new McpClient(deployment, token, answers, version);
  }

  /**
   * The same client in another revision of the protocol.
   *
   * @param revision such as {@code 2025-06-18}
   * @return the client
   */
  public McpClient speaking(String revision) {
    if (!ProtocolVersion.MODERN_SUPPORTED.contains(revision)
        && !ProtocolVersion.LEGACY_SUPPORTED.contains(revision)) {
      throw new IllegalArgumentException("Gatehouse does not speak " + revision);
    }
    return new McpClient(deployment, token, script, revision);
  }

  /**
   * The same client whose token says more.
   *
   * @param claim such as {@code org_id} or {@code groups}
   * @param value its value: what JSON-B can write
   * @return the client
   */
  public McpClient claiming(String claim, Object value) {
    return new McpClient(deployment, token.with(claim, JsonText.of(value)), script, version);
  }

  /**
   * Its user opens the next page, or agrees to a form without fields.
   *
   * @return the client
   */
  public McpClient accepts() {
    return accepts(Map.of());
  }

  /**
   * Its user fills in the next form.
   *
   * @param content what is filled in: a map or a record
   * @return the client
   */
  public McpClient accepts(Object content) {
    return with(
        script.withUser(
            Json.createObjectBuilder()
                .add("action", "accept")
                .add("content", JsonText.of(content))
                .build()));
  }

  /**
   * Its user says no to the next form or page.
   *
   * @return the client
   */
  public McpClient declines() {
    return with(script.withUser(Json.createObjectBuilder().add("action", "decline").build()));
  }

  /**
   * Its user closes the next form or page.
   *
   * @return the client
   */
  public McpClient cancels() {
    return with(script.withUser(Json.createObjectBuilder().add("action", "cancel").build()));
  }

  /**
   * Its model says this when it is asked next.
   *
   * @param text of the model
   * @return the client
   */
  public McpClient samples(String text) {
    return with(
        script.withModel(
            Json.createObjectBuilder()
                .add("role", "assistant")
                .add("model", "test-model")
                .add("stopReason", "endTurn")
                .add("content", Json.createObjectBuilder().add("type", "text").add("text", text))
                .build()));
  }

  /**
   * It has these directories.
   *
   * @param uris of the directories, such as {@code file:///work}
   * @return the client
   */
  public McpClient roots(String... uris) {
    var roots = Json.createArrayBuilder();
    Stream.of(uris).forEach(uri -> roots.add(Json.createObjectBuilder().add("uri", uri)));
    return with(script.withRoots(Json.createObjectBuilder().add("roots", roots).build()));
  }

  /**
   * Calls a tool without arguments.
   *
   * @param tool its name
   * @return how it ended
   */
  public Outcome call(String tool) {
    return call(tool, Map.of());
  }

  /**
   * Calls a tool.
   *
   * @param tool its name
   * @param arguments by name; values are what JSON-B can write
   * @return how it ended
   */
  public Outcome call(String tool, Map<String, ?> arguments) {
    JsonObject sent = JsonText.of(arguments).asJsonObject();
    JsonObject listed = find(tool).orElse(NO_PARAMS);
    JsonObject input = listed.getOrDefault("inputSchema", NO_PARAMS).asJsonObject();
    Request request =
        new Request(
            "tools/call",
            Json.createObjectBuilder().add("name", tool).add("arguments", sent).build(),
            version.equals(ProtocolVersion.MODERN_SUPPORTED.get(0))
                ? HeaderText.of(input, sent)
                : Map.of());
    return ask("Tool " + tool, request, Optional.ofNullable(listed.getJsonObject("outputSchema")));
  }

  /**
   * Reads a resource.
   *
   * @param uri its URI
   * @return how it ended
   */
  public Outcome read(String uri) {
    return ask(
        "Resource " + uri, "resources/read", Json.createObjectBuilder().add("uri", uri).build());
  }

  /**
   * Gets a prompt.
   *
   * @param prompt its name
   * @param arguments by name
   * @return how it ended
   */
  public Outcome get(String prompt, Map<String, String> arguments) {
    return ask(
        "Prompt " + prompt,
        "prompts/get",
        Json.createObjectBuilder()
            .add("name", prompt)
            .add("arguments", JsonText.of(arguments))
            .build());
  }

  /**
   * Completes an argument of a prompt, or of the URI of a resource template.
   *
   * @param what the prompt's name or the template's URI
   * @param argument its name
   * @param typed what the user typed so far
   * @return how it ended
   */
  public Outcome complete(String what, String argument, String typed) {
    return complete(what, argument, typed, Map.of());
  }

  /**
   * The same with arguments that are filled in already.
   *
   * @param what the prompt's name or the template's URI
   * @param argument its name
   * @param typed what the user typed so far
   * @param known the other arguments by name
   * @return how it ended
   */
  public Outcome complete(String what, String argument, String typed, Map<String, String> known) {
    var reference = Json.createObjectBuilder();
    if (what.contains(":")) {
      reference.add("type", "ref/resource").add("uri", what);
    } else {
      reference.add("type", "ref/prompt").add("name", what);
    }
    return ask(
        "Completion of " + argument,
        "completion/complete",
        Json.createObjectBuilder()
            .add("ref", reference)
            .add("argument", Json.createObjectBuilder().add("name", argument).add("value", typed))
            .add("context", Json.createObjectBuilder().add("arguments", JsonText.of(known)))
            .build());
  }

  /**
   * The names of the tools that this caller is shown.
   *
   * @return in the order of the list
   */
  public List<String> tools() {
    return listed("tools/list", "tools", "name");
  }

  /**
   * A tool as this caller is shown it: {@code description}, {@code inputSchema} and the rest.
   *
   * @param name of the tool
   * @return its entry in the list
   */
  public JsonObject tool(String name) {
    return find(name)
        .orElseThrow(
            () -> new AssertionError("The caller is shown " + tools() + " and not " + name));
  }

  /**
   * The names of the prompts that this caller is shown.
   *
   * @return in the order of the list
   */
  public List<String> prompts() {
    return listed("prompts/list", "prompts", "name");
  }

  /**
   * The URIs of the resources that this caller is shown.
   *
   * @return in the order of the list
   */
  public List<String> resources() {
    return listed("resources/list", "resources", "uri");
  }

  /**
   * The URI templates that this caller is shown.
   *
   * @return in the order of the list
   */
  public List<String> resourceTemplates() {
    return listed("resources/templates/list", "resourceTemplates", "uriTemplate");
  }

  private Optional<JsonObject> find(String tool) {
    return pages("tools/list", "tools").stream()
        .filter(entry -> entry.getString("name").equals(tool))
        .findFirst();
  }

  private List<String> listed(String method, String member, String by) {
    return pages(method, member).stream().map(entry -> entry.getString(by)).toList();
  }

  private List<JsonObject> pages(String method, String member) {
    List<JsonObject> entries = new ArrayList<>();
    JsonObject params = NO_PARAMS;
    while (true) {
      JsonObject page = with(Script.NONE).ask(method, method, params).result();
      page.getJsonArray(member).forEach(entry -> entries.add(entry.asJsonObject()));
      if (!(page.get("nextCursor") instanceof JsonString cursor)) {
        return entries;
      }
      params = Json.createObjectBuilder().add("cursor", cursor).build();
    }
  }

  private Outcome ask(String what, String method, JsonObject params) {
    return ask(what, new Request(method, params), Optional.empty());
  }

  private Outcome ask(String what, Request request, Optional<JsonObject> schema) {
    Door door = new Door(deployment, deployment.caller(token));
    JsonObject capabilities = script.capabilities();
    Dialect dialect =
        ProtocolVersion.isModern(version)
            ? new Modern(door, version, capabilities)
            : new Legacy(door, version, capabilities);
    Script.Reading answers = script.read();
    Received received = new Received();
    Reply reply = dialect.ask(request, answers, received);
    return new Outcome(what, reply, received, answers, schema);
  }
}
