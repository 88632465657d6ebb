package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Ledger.Fate;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Calls of 2026-07-28 besides those of the todo list. */
final class Calls {
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429, 503);

  private final Scene scene;
  private final Caller caller;

  Calls(Scene scene, Caller caller) {
    this.scene = scene;
    this.caller = caller;
  }

  List<Act> acts() {
    return List.of(
        new Act(8, node -> plain("tools/list", node, Message.modern("tools/list"))),
        new Act(12, node -> note(node, false)),
        new Act(6, node -> note(node, true)),
        new Act(4, this::order),
        new Act(3, this::fresh),
        new Act(1, node -> plain("change", node, Message.call("change", "{}"))),
        new Act(
            4,
            node ->
                plain(
                    "resources/read",
                    node,
                    Message.modern(
                        "resources/read",
                        "test://static-text",
                        "\"uri\":\"test://static-text\"",
                        false))),
        new Act(
            4,
            node ->
                plain(
                    "prompts/get",
                    node,
                    Message.modern(
                        "prompts/get",
                        "test_prompt_with_arguments",
                        "\"name\":\"test_prompt_with_arguments\",\"arguments\":{\"arg1\":\"a\",\"arg2\":\"b\"}",
                        false))),
        new Act(
            4,
            node ->
                plain(
                    "completion/complete",
                    node,
                    Message.modern(
                        "completion/complete",
                        "",
                        "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"test_prompt_with_arguments\"},"
                            + "\"argument\":{\"name\":\"arg1\",\"value\":\"pa\"}",
                        false))));
  }

  private Optional<JsonObject> plain(String kind, Node node, Message message)
      throws InterruptedException {
    return scene.result(kind, scene.send(kind, node, caller.token(), message, Scene.OK));
  }

  /** A write to the store that all nodes share. */
  private void note(Node node, boolean progress) throws InterruptedException {
    String key = scene.ledger().open(caller.subject());
    String arguments = scene.ledger().arguments(key);
    Message message =
        progress
            ? Message.callWithProgress("noteSlowly", arguments)
            : Message.call("note", arguments);
    String kind = progress ? "note with progress" : "note";
    settle(key, kind, scene.send(kind, node, caller.token(), message, Scene.OK));
  }

  private void settle(String key, String kind, Optional<HttpResponse<String>> response) {
    if (response.isEmpty()) {
      return;
    }
    if (REFUSALS.contains(response.get().statusCode())) {
      scene.ledger().close(key, Fate.REFUSED);
    }
    scene
        .result(kind, response)
        .filter(result -> Scene.text(result).equals(key))
        .ifPresent(result -> scene.ledger().close(key, Fate.ACCEPTED));
  }

  /** Two rounds, which may be at two nodes. */
  private void order(Node node) throws InterruptedException {
    String first = "\"name\":\"order\",\"arguments\":{\"item\":\"apples\"}";
    Optional<JsonObject> asked =
        plain("a call's first round", node, Message.modern("tools/call", "order", first, false));
    Node next =
        scene.sibling().isUp() && node == scene.survivor() ? scene.sibling() : scene.survivor();
    if (asked.isPresent()) {
      String second =
          "%s,\"inputResponses\":{\"count\":{\"action\":\"accept\",\"content\":{\"count\":3}}},\"requestState\":\"%s\""
              .formatted(first, asked.get().getString("requestState"));
      plain(
              "its second round elsewhere",
              next,
              Message.modern("tools/call", "order", second, false))
          .filter(result -> !Scene.text(result).equals("3 apples"))
          .ifPresent(result -> scene.tally().wrong("order", Scene.text(result)));
    }
  }

  /** A token that no node has seen yet. */
  private void fresh(Node node) throws InterruptedException {
    Token token = scene.issuer().token(caller.subject(), UnaryOperator.identity());
    scene.send("a new token", node, token, Message.modern("tools/list"), Scene.OK);
  }
}
