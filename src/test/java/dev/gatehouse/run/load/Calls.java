package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Ledger.Fate;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Calls of 2026-07-28 besides those of the todo list. */
final class Calls {
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

  private final Scene scene;
  private final User user;

  Calls(Scene scene, User user) {
    this.scene = scene;
    this.user = user;
  }

  List<Act> acts() {
    return List.of(
        new Act(8, () -> free("tools/list", Message.modern("tools/list"))),
        new Act(12, () -> note(Kind.data("note"), "note")),
        new Act(6, () -> note(Kind.data("note with progress"), "noteSlowly")),
        new Act(4, this::order),
        new Act(3, this::fresh),
        new Act(1, () -> free("change", Message.call("change", "{}"))),
        new Act(
            4,
            () ->
                free(
                    "resources/read",
                    Message.modern(
                        "resources/read", "test://static-text", "\"uri\":\"test://static-text\""))),
        new Act(
            4,
            () ->
                free(
                    "prompts/get",
                    Message.modern(
                        "prompts/get",
                        "test_prompt_with_arguments",
                        "\"name\":\"test_prompt_with_arguments\",\"arguments\":{\"arg1\":\"a\",\"arg2\":\"b\"}"))),
        new Act(
            4,
            () ->
                free(
                    "completion/complete",
                    Message.modern(
                        "completion/complete",
                        "",
                        "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"test_prompt_with_arguments\"},"
                            + "\"argument\":{\"name\":\"arg1\",\"value\":\"pa\"}"))));
  }

  private Optional<JsonObject> free(String kind, Message message) throws InterruptedException {
    return scene.result(scene.send(Kind.free(kind), user.token(), message));
  }

  /** A write to a table of the author's own. */
  private void note(Kind kind, String tool) throws InterruptedException {
    String key = scene.ledger().open(user.subject());
    String arguments = scene.ledger().arguments(key);
    Message message =
        tool.equals("note")
            ? Message.call(tool, arguments)
            : Message.callWithProgress(tool, arguments);
    settle(scene, key, scene.send(kind, user.token(), message));
  }

  /** What its client knows of a write now: of 503 because of the database, nothing. */
  static void settle(Scene scene, String key, Optional<Answer> answer) {
    answer
        .filter(refused -> REFUSALS.contains(refused.status()))
        .ifPresent(refused -> scene.ledger().close(key, Fate.REFUSED));
    scene
        .result(answer)
        .filter(result -> Scene.text(result).equals(key))
        .ifPresent(result -> scene.ledger().close(key, Fate.ACCEPTED));
  }

  /** Two rounds, at two nodes. */
  private void order() throws InterruptedException {
    String first = "\"name\":\"order\",\"arguments\":{\"item\":\"apples\"}";
    Optional<JsonObject> asked =
        free("a call's first round", Message.modern("tools/call", "order", first));
    if (asked.isPresent()) {
      String second =
          "%s,\"inputResponses\":{\"count\":{\"action\":\"accept\",\"content\":{\"count\":3}}},\"requestState\":\"%s\""
              .formatted(first, asked.get().getString("requestState"));
      free("its second round", Message.modern("tools/call", "order", second))
          .filter(result -> !Scene.text(result).equals("3 apples"))
          .ifPresent(result -> scene.tally().wrong("order", Scene.text(result)));
    }
  }

  /** A token that no node has seen yet. */
  private void fresh() throws InterruptedException {
    Token token = scene.issuer().token(user.subject(), UnaryOperator.identity());
    scene.send(Kind.free("a new token"), token, Message.modern("tools/list"));
  }
}
