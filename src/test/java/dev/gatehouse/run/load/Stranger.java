package dev.gatehouse.run.load;

import dev.gatehouse.support.standin.TokenMint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** Requests that have to be refused. */
final class Stranger {
  private static final int BURST = 15;
  private static final Message LIST = Message.modern("tools/list");

  private final Scene scene;
  private final Caller caller;

  Stranger(Scene scene, Caller caller) {
    this.scene = scene;
    this.caller = caller;
  }

  List<Act> acts() {
    return List.of(
        new Act(2, node -> refused("an expired token", node, Stranger::expired)),
        new Act(
            2,
            node ->
                refused("a foreign audience", node, mint -> mint.audienceAsString("res_other"))),
        new Act(2, node -> refused("a bad signature", node, UnaryOperator.identity())),
        new Act(1, this::ghost),
        new Act(1, node -> scene.send("no token", node, Token.NONE, LIST, Set.of(401))),
        new Act(2, this::withoutScope),
        new Act(
            2,
            node ->
                scene.send(
                    "malformed JSON",
                    node,
                    caller.token(),
                    new Message("{\"jsonrpc\":\"2.0\",", Map.of()),
                    Set.of(400))),
        new Act(1, this::greedy));
  }

  private static TokenMint expired(TokenMint mint) {
    Instant now = Instant.now();
    return mint.issuedAt(now.minusSeconds(7200)).expiresAt(now.minusSeconds(3600));
  }

  private void refused(String kind, Node node, UnaryOperator<TokenMint> change)
      throws InterruptedException {
    Token token = scene.issuer().token(caller.subject(), change);
    boolean forge = kind.equals("a bad signature");
    Token sent = forge ? new Token(forged(token.text()), token.key()) : token;
    scene.send(kind, node, sent, LIST, Set.of(401));
  }

  // Another first letter of the signature.
  private static String forged(String token) {
    int at = token.lastIndexOf('.') + 1;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private void ghost(Node node) throws InterruptedException {
    String kid = "snk_" + ThreadLocalRandom.current().nextInt(1_000_000);
    Token token = scene.issuer().token(caller.subject(), mint -> mint.kid(kid));
    scene.send("an unknown key id", node, new Token(token.text(), Token.GHOST), LIST, Set.of(401));
  }

  private void withoutScope(Node node) throws InterruptedException {
    Token token = scene.issuer().token(caller.subject(), mint -> mint.scopes("todo:read"));
    Message message = Message.call("create_todo", "{\"title\":\"Not mine to write\"}");
    scene.send("a missing scope", node, token, message, Set.of(403));
  }

  /** One user of many clients, who has more than the quota. */
  private void greedy(Node node) throws InterruptedException {
    Token token = scene.issuer().token("usr_load_greedy", UnaryOperator.identity());
    for (int i = 0; i < BURST; i++) {
      Message message = Message.call("list_todos", "{}");
      scene.send("more than the quota", node, token, message, Set.of(200, 429));
    }
  }
}
