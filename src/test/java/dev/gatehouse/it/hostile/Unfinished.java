package dev.gatehouse.it.hostile;

import static dev.gatehouse.it.hostile.Wire.bearer;
import static dev.gatehouse.it.hostile.Wire.header;
import static dev.gatehouse.it.hostile.Wire.post;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.support.client.Gatehouse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * Bodies that lie about their end, drip or stop, all sent at once, since the server takes its time
 * to give each of them up.
 */
final class Unfinished {
  private static final int DRIPPING = 20;
  private static Unfinished sent;

  private final Map<Framing, Future<Answer>> callers = new EnumMap<>(Framing.class);
  private final Map<Framing, Future<Answer>> strangers = new EnumMap<>(Framing.class);
  private final Future<List<Answer>> dripped;
  private final List<Future<Answer>> stopped = new ArrayList<>();

  private Unfinished(SideBySide threads) {
    String head = post(bearer(Gatehouse.token()));
    dripped = threads.start(() -> drip(head));
    if (Framing.isEndNoticed()) {
      String start = head + header("Content-Length", "9000") + "\r\n{";
      stopped.add(threads.start(() -> stop(start)));
      stopped.add(
          threads.start(
              () ->
                  stop(
                      start
                          .replace("Content-Length: 9000", "Transfer-Encoding: chunked")
                          .replace("\r\n{", "\r\n1\r\n{"))));
    }
    for (Framing framing : Framing.values()) {
      callers.put(framing, threads.start(() -> Wire.exchange(framing.request(head))));
      strangers.put(framing, threads.start(() -> Wire.exchange(framing.request(post()))));
    }
  }

  /** Sends all of them, once. */
  static synchronized Unfinished all() {
    if (sent == null) {
      try (SideBySide threads = new SideBySide()) {
        sent = new Unfinished(threads);
      }
    }
    return sent;
  }

  Answer toCaller(Framing framing) throws Exception {
    return callers.get(framing).get();
  }

  Answer toStranger(Framing framing) throws Exception {
    return strangers.get(framing).get();
  }

  List<Answer> dripped() throws Exception {
    return dripped.get();
  }

  List<Answer> stopped() throws Exception {
    return SideBySide.all(stopped);
  }

  private static Answer stop(String start) throws Exception {
    try (Wire wire = new Wire()) {
      wire.write(start.getBytes(ISO_8859_1));
      return wire.answer();
    }
  }

  /** The answers to bodies that come a byte at a time, as far as there are any in two minutes. */
  private static List<Answer> drip(String head) throws Exception {
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < DRIPPING; i++) {
      Wire wire = new Wire();
      wire.write((head + header("Content-Length", "9000") + "\r\n{").getBytes(ISO_8859_1));
      wires.add(wire);
    }
    List<Wire> waiting = new ArrayList<>(wires);
    for (int i = 0; i < 480 && !waiting.isEmpty(); i++) {
      Thread.sleep(250);
      for (Wire wire : List.copyOf(waiting)) {
        if (wire.hasAnswer() || !wire.write(new byte[] {' '})) {
          waiting.remove(wire);
        }
      }
    }
    if (!waiting.isEmpty()) {
      throw new AssertionError(waiting.size() + " bodies still drip");
    }
    List<Answer> answers = new ArrayList<>();
    for (Wire wire : wires) {
      answers.add(wire.answer());
      wire.close();
    }
    return answers;
  }
}
