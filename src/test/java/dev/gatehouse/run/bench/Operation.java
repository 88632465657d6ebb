package dev.gatehouse.run.bench;

/** What a client asks for. */
enum Operation {
  INITIALIZE("initialize", ""),
  INITIALIZED("notifications/initialized", ""),
  CREATE("tools/call", "create_todo"),
  GET("tools/call", "get_todo"),
  LIST("tools/call", "list_todos"),
  TOOLS("tools/list", ""),
  ECHO("tools/call", "echo_0500");

  final String method;
  final String tool;

  Operation(String method, String tool) {
    this.method = method;
    this.tool = tool;
  }

  /** Its parameters as members of an object; the argument is a todo's id or title. */
  String params(String argument) {
    return switch (this) {
      case INITIALIZE ->
          "\"protocolVersion\":\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"bench\",\"version\":\"1\"}"
              .formatted(Era.EARLIER.version);
      case CREATE ->
          call(
              "\"title\":\"%s\",\"description\":\"Every plant on the balcony and in the hall, in the evening.\""
                  .formatted(argument));
      case GET -> call("\"todo_id\":\"%s\"".formatted(argument));
      case LIST -> call("");
      case ECHO -> call("\"text\":\"%s\",\"times\":1".formatted(argument));
      case INITIALIZED, TOOLS -> "";
    };
  }

  private String call(String arguments) {
    return "\"name\":\"%s\",\"arguments\":{%s}".formatted(tool, arguments);
  }
}
