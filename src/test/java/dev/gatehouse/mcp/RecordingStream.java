package dev.gatehouse.mcp;

import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventStream;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was sent, as a client would read it. */
public final class RecordingStream implements EventStream {
  private final List<JsonObject> messages = new ArrayList<>();
  private final List<Runnable> onClosed = new ArrayList<>();
  private boolean closed;

  @Override
  public void send(Event event) {
    if (!closed) {
      try (var reader = Json.createReader(new StringReader(event.data()))) {
        messages.add(reader.readObject());
      }
    }
  }

  @Override
  public void onClosed(Runnable action) {
    if (closed) {
      action.run();
    } else {
      onClosed.add(action);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClosed.forEach(Runnable::run);
    }
  }

  public boolean isClosed() {
    return closed;
  }

  public JsonObject message(int index) {
    return messages.get(index);
  }

  /** The methods of the notifications, or "result" or "error". */
  public List<String> kinds() {
    return messages.stream()
        .map(m -> m.getString("method", m.containsKey("result") ? "result" : "error"))
        .toList();
  }
}
