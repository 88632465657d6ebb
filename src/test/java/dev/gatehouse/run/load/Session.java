package dev.gatehouse.run.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Short sessions of the older revisions, from the handshake to the end, or left behind. */
final class Session {
  private static final String HANDSHAKE =
      "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":{\"form\":{}}},"
          + "\"clientInfo\":{\"name\":\"load\",\"version\":\"1\"}";
  private static final int PATIENCE = 60;

  // An earlier attempt may have worked, without an answer.
  private static final Kind LATER = Kind.data("DELETE of a session, later", 204, 404);

  private final Scene scene;
  private final User user;
  private final List<String> left = new ArrayList<>();

  Session(Scene scene, User user) {
    this.scene = scene;
    this.user = user;
  }

  List<Act> acts() {
    return List.of(new Act(4, this::whole), new Act(1, this::leaveOne));
  }

  /** The id of a new one; empty when nobody answered. */
  static Optional<String> begin(Scene scene, User user) throws InterruptedException {
    Message hello = Message.legacy("", "initialize", "0", HANDSHAKE);
    Optional<String> id =
        scene
            .send(Kind.free("initialize"), user.token(), hello)
            .flatMap(answer -> answer.headers().firstValue("Mcp-Session-Id"));
    if (id.isPresent()) {
      Message ready = Message.legacy(id.get(), "notifications/initialized", "", "");
      scene.send(Kind.data("notifications/initialized", 202), user.token(), ready);
    }
    return id;
  }

  private void whole() throws Exception {
    Optional<String> id = begin(scene, user);
    if (id.isEmpty()) {
      return;
    }
    String session = id.get();
    for (String method : List.of("tools/list", "ping", "resources/list", "prompts/list")) {
      Kind kind = Kind.data(method + " in a session");
      scene.result(scene.send(kind, user.token(), Message.legacy(session, method, method, "")));
    }
    note(session);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Kind kind = Kind.data("GET of a session");
    byte[] get = get(scene.cluster().url, session, "", user.token());
    Wire stream = Wire.open(scene, kind, user.token(), random.nextBoolean(), get);
    if (random.nextInt(8) > 0) {
      leave(session);
    } else {
      left.add(session);
    }
    stream.close();
  }

  private void note(String session) throws InterruptedException {
    String key = scene.ledger().open(user.subject());
    Message message = Message.legacyCall(session, "c1", "note", scene.ledger().arguments(key));
    Calls.settle(scene, key, scene.send(Kind.data("note in a session"), user.token(), message));
  }

  /** The stream of what belongs to no call, or with the last event, of a call. */
  static byte[] get(URI url, String session, String last, Token token) {
    String head =
        "GET /mcp HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nMcp-Session-Id: %s\r\nAuthorization: Bearer %s\r\n%s\r\n";
    return head.formatted(
            url.getAuthority(),
            session,
            token.text(),
            last.isEmpty() ? "" : "Last-Event-ID: " + last + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Ends it, now or later. */
  void leave(String session) throws InterruptedException {
    if (!end(scene, user, session, Kind.data("DELETE of a session", 204))) {
      left.add(session);
    }
  }

  private void leaveOne() throws InterruptedException {
    if (!left.isEmpty() && end(scene, user, left.get(0), LATER)) {
      left.remove(0);
    }
  }

  /** False when it may live on. */
  static boolean end(Scene scene, User user, String session, Kind kind)
      throws InterruptedException {
    Token token = user.token();
    HttpRequest request =
        HttpRequest.newBuilder(scene.cluster().url)
            .header("Authorization", "Bearer " + token.text())
            .header("Mcp-Session-Id", session)
            .method("DELETE", BodyPublishers.noBody())
            .build();
    return scene
        .send(kind, token, request)
        .filter(answer -> kind.expected().contains(answer.status()))
        .isPresent();
  }

  /** The same, however long it takes. */
  static void demandEnd(Scene scene, User user, String session) throws InterruptedException {
    for (int i = 0; i < PATIENCE && !end(scene, user, session, LATER); i++) {
      Thread.sleep(1000);
    }
  }

  /** Ends what was left behind, which would live for half an hour more. */
  void finish() throws InterruptedException {
    for (String session : left) {
      demandEnd(scene, user, session);
    }
    left.clear();
  }
}
