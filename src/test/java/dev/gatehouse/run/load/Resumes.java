package dev.gatehouse.run.load;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call that asks its user: its stream breaks, the client comes back for it with {@code
 * Last-Event-ID}, is asked there and answers, each time at whatever node.
 */
final class Resumes {
  private static final Pattern ID = Pattern.compile("\nid: ?(\\S+)\r?\n");
  private static final Pattern QUESTION =
      Pattern.compile("\ndata: ?(\\{[^\n]*elicitation/create[^\n]*|\\{[^\n]*\"error\"[^\n]*)\n");
  private static final Pattern RESULT =
      Pattern.compile("\ndata: ?(\\{[^\n]*\"(?:result|error)\":[^\n]*)\n");
  private static final String THREE = "{\"action\":\"accept\",\"content\":{\"count\":3}}";

  private final Scene scene;
  private final User user;
  private final Session sessions;

  Resumes(Scene scene, User user, Session sessions) {
    this.scene = scene;
    this.user = user;
    this.sessions = sessions;
  }

  List<Act> acts() {
    return List.of(new Act(3, this::breakAndComeBack));
  }

  private void breakAndComeBack() throws InterruptedException {
    Optional<String> session = Session.begin(scene, user);
    if (session.isEmpty()) {
      return;
    }
    long began = System.nanoTime();
    try {
      Optional<String> last = left(session.get());
      if (last.isPresent()) {
        comeBack(session.get(), last.get(), began);
      }
    } catch (IOException lost) {
      if (!scene.mayFail(began)) {
        scene.tally().wrong("a resumed call", lost.toString());
      }
    }
    sessions.leave(session.get());
  }

  /** The last event that the client has when its connection breaks. */
  private Optional<String> left(String session) throws IOException {
    Message call = Message.legacyCall(session, "r1", "order", "{\"item\":\"pears\"}");
    Kind kind = Kind.data("a call that is left to be resumed");
    byte[] request = call.wire(scene.cluster().url, user.token().text());
    try (Wire wire = Wire.open(scene, kind, user.token(), true, request)) {
      return wire.isOpen() ? Optional.of(wire.await(ID).group(1)) : Optional.empty();
    }
  }

  private void comeBack(String session, String last, long began)
      throws IOException, InterruptedException {
    Kind kind = Kind.data("GET with Last-Event-ID");
    byte[] get = Session.get(scene.cluster().url, session, last, user.token());
    try (Wire wire = Wire.open(scene, kind, user.token(), false, get)) {
      if (!wire.isOpen()) {
        return;
      }
      JsonObject question = Scene.json(wire.await(QUESTION).group(1));
      if (question.containsKey("error")) {
        judge(question, began);
        return;
      }
      Message answer = Message.reply(session, question.getString("id"), THREE);
      Optional<Answer> taken =
          scene.send(Kind.data("answer to a question", 202), user.token(), answer);
      if (taken.filter(some -> some.status() == 202).isPresent()) {
        judge(Scene.json(wire.await(RESULT).group(1)), began);
      }
    }
  }

  private void judge(JsonObject end, long began) {
    boolean good = end.toString().contains("3 pears");
    scene.tally().count("a resumed call", good ? "200" : "an error");
    if (!good && !scene.mayFail(began)) {
      scene.tally().wrong("a resumed call", end.toString());
    }
  }
}
