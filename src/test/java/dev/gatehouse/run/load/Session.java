package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Ledger.Fate;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Sessions of the older revisions, from the handshake to the end, or left behind. */
final class Session {
  private static final String HANDSHAKE =
      "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
          + "\"clientInfo\":{\"name\":\"load\",\"version\":\"1\"}";
  private static final int MOST_LEFT = 8;

  private final Scene scene;
  private final Caller caller;
  private final List<Left> left = new ArrayList<>();

  /** A session whose client went away without a word. */
  private record Left(Node node, int life, String id) {}

  Session(Scene scene, Caller caller) {
    this.scene = scene;
    this.caller = caller;
  }

  List<Act> acts() {
    return List.of(new Act(4, this::whole));
  }

  private void whole(Node node) throws Exception {
    Message hello = Message.legacy("", "initialize", "0", HANDSHAKE);
    int life = node.lives();
    Optional<String> id =
        scene
            .send("initialize", node, caller.token(), hello, Scene.OK)
            .flatMap(response -> response.headers().firstValue("Mcp-Session-Id"));
    if (id.isEmpty()) {
      return;
    }
    String session = id.get();
    Message ready = Message.legacy(session, "notifications/initialized", "", "");
    scene.send("notifications/initialized", node, caller.token(), ready, Set.of(202));
    for (String method : List.of("tools/list", "ping", "resources/list", "prompts/list")) {
      String kind = method + " in a session";
      Message message = Message.legacy(session, method, method, "");
      scene.result(kind, scene.send(kind, node, caller.token(), message, Scene.OK));
    }
    note(node, session);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    boolean stays = random.nextInt(8) == 0;
    Wire stream = follow(node, session, random.nextBoolean());
    try {
      if (!stays) {
        end(node, session, Set.of(204));
      }
    } finally {
      stream.close();
    }
    if (stays) {
      left.add(new Left(node, life, session));
      if (left.size() > MOST_LEFT) {
        leave(left.remove(0));
      }
    }
  }

  private void note(Node node, String session) throws InterruptedException {
    String key = scene.ledger().open(caller.subject());
    String kind = "note in a session";
    Message message = Message.legacyCall(session, "c1", "note", scene.ledger().arguments(key));
    Optional<HttpResponse<String>> response =
        scene.send(kind, node, caller.token(), message, Scene.OK);
    response
        .filter(answer -> answer.statusCode() >= 400)
        .ifPresent(refused -> scene.ledger().close(key, Fate.REFUSED));
    scene
        .result(kind, response)
        .filter(result -> Scene.text(result).equals(key))
        .ifPresent(result -> scene.ledger().close(key, Fate.ACCEPTED));
  }

  // The stream of what belongs to no call; with a reset at its end, or a polite one.
  private Wire follow(Node node, String session, boolean rude) throws Exception {
    String head =
        "GET /mcp HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nMcp-Session-Id: %s\r\nAuthorization: Bearer %s\r\n\r\n";
    return Wire.open(
        scene,
        "GET of a session",
        node,
        caller.token(),
        rude,
        token -> head.formatted(node.url.getAuthority(), session, token).getBytes(),
        ": ");
  }

  private void end(Node node, String session, Set<Integer> expected) throws InterruptedException {
    Token token = caller.token();
    HttpRequest request =
        HttpRequest.newBuilder(node.url)
            .header("Authorization", "Bearer " + token.text())
            .header("Mcp-Session-Id", session)
            .method("DELETE", BodyPublishers.noBody())
            .build();
    scene.send("DELETE of a session", node, token, request, expected);
  }

  private void leave(Left session) throws InterruptedException {
    if (session.node().isUp() && session.life() == session.node().lives()) {
      end(session.node(), session.id(), Set.of(204, 404));
    }
  }

  /** Ends what was left behind, which would live for half an hour more. */
  void finish() throws InterruptedException {
    for (Left session : left) {
      leave(session);
    }
    left.clear();
  }
}
