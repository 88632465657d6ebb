package dev.gatehouse.run.load;

import dev.gatehouse.support.standin.TokenMint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** Requests that have to be refused. */
final class Stranger {
  private static final int BURST = 15;
  private static final Message LIST = Message.modern("tools/list");

  private final Scene scene;
  private final User user;

  Stranger(Scene scene, User user) {
    this.scene = scene;
    this.user = user;
  }

  List<Act> acts() {
    return List.of(
        new Act(2, () -> refused("an expired token", Stranger::expired)),
        new Act(2, () -> refused("a foreign audience", mint -> mint.audienceAsString("res_other"))),
        new Act(2, this::forge),
        new Act(1, this::ghost),
        new Act(1, () -> scene.send(Kind.free("no token", 401), Token.NONE, LIST)),
        new Act(2, this::withoutScope),
        new Act(
            2,
            () ->
                scene.send(
                    Kind.free("malformed JSON", 400),
                    user.token(),
                    new Message("{\"jsonrpc\":\"2.0\",", Map.of()))),
        new Act(1, this::greedy));
  }

  private static TokenMint expired(TokenMint mint) {
    Instant now = Instant.now();
    return mint.issuedAt(now.minusSeconds(7200)).expiresAt(now.minusSeconds(3600));
  }

  private void refused(String kind, UnaryOperator<TokenMint> change) throws InterruptedException {
    scene.send(Kind.free(kind, 401), scene.issuer().token(user.subject(), change), LIST);
  }

  private void forge() throws InterruptedException {
    Token token = scene.issuer().token(user.subject(), UnaryOperator.identity());
    scene.send(
        Kind.free("a bad signature", 401), new Token(forged(token.text()), token.key()), LIST);
  }

  // Another first letter of the signature.
  private static String forged(String token) {
    int at = token.lastIndexOf('.') + 1;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private void ghost() throws InterruptedException {
    String kid = "snk_" + ThreadLocalRandom.current().nextInt(1_000_000);
    Token token = scene.issuer().token(user.subject(), mint -> mint.kid(kid));
    scene.send(Kind.free("an unknown key id", 401), new Token(token.text(), Token.GHOST), LIST);
  }

  private void withoutScope() throws InterruptedException {
    Token token = scene.issuer().token(user.subject(), mint -> mint.scopes("todo:read"));
    Message message = Message.call("create_todo", "{\"title\":\"Not mine to write\"}");
    scene.send(Kind.free("a missing scope", 403), token, message);
  }

  /** One user of many clients, who has more than the quota. */
  private void greedy() throws InterruptedException {
    Token token = scene.issuer().token("usr_load_greedy", UnaryOperator.identity());
    for (int i = 0; i < BURST; i++) {
      Message message = Message.call("list_todos", "{}");
      scene.send(Kind.data("more than the quota", 200, 429), token, message);
    }
  }
}
