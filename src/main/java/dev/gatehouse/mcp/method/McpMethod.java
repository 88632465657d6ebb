package dev.gatehouse.mcp.method;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every method of a request that some era answers; what else a client asks for is not found. */
public enum McpMethod {
  COMPLETION_COMPLETE("completion/complete"),
  INITIALIZE("initialize"),
  LOGGING_SET_LEVEL("logging/setLevel"),
  PING("ping"),
  PROMPTS_GET("prompts/get", "name"),
  PROMPTS_LIST("prompts/list"),
  RESOURCES_LIST("resources/list"),
  RESOURCES_READ("resources/read", "uri"),
  RESOURCES_SUBSCRIBE("resources/subscribe"),
  RESOURCES_TEMPLATES_LIST("resources/templates/list"),
  RESOURCES_UNSUBSCRIBE("resources/unsubscribe"),
  SERVER_DISCOVER("server/discover"),
  SUBSCRIPTIONS_LISTEN("subscriptions/listen"),
  TASKS_CANCEL("tasks/cancel", "taskId"),
  TASKS_GET("tasks/get", "taskId"),
  TASKS_UPDATE("tasks/update", "taskId"),
  TOOLS_CALL("tools/call", "name"),
  TOOLS_LIST("tools/list");

  private static final Map<String, McpMethod> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(McpMethod::wireName, Function.identity()));

  private final String wireName;
  private final Optional<String> namedBy;

  McpMethod(String wireName) {
    this.wireName = wireName;
    this.namedBy = Optional.empty();
  }

  McpMethod(String wireName, String namedBy) {
    this.wireName = wireName;
    this.namedBy = Optional.of(namedBy);
  }

  /** The method with exactly this name. */
  public static Optional<McpMethod> find(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /** Whether it belongs to the extension for tasks. */
  public boolean isAboutTasks() {
    return this == TASKS_CANCEL || this == TASKS_GET || this == TASKS_UPDATE;
  }

  /** The name in messages. */
  public String wireName() {
    return wireName;
  }

  /** The member of {@code params} that clients of 2026-07-28 repeat in {@code Mcp-Name}. */
  public Optional<String> namedBy() {
    return namedBy;
  }
}
