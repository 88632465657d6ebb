package dev.gatehouse.engine.interaction;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A channel that keeps what it is given. */
final class SentNotifications implements ClientChannel {
  final List<String> sent = new ArrayList<>();

  @Override
  public void notify(String method, JsonObject params) {
    sent.add(method + " " + params);
  }
}
