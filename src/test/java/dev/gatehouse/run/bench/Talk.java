package dev.gatehouse.run.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * What one client does before it is measured: begins a session, and sees to it that all todos are
 * there.
 */
final class Talk {
  private static final long ID = 7;

  private final Client client;
  private final String token;

  private Talk(Client client, String token) {
    this.client = client;
    this.token = token;
  }

  static Talk begin(URI url, Era era, String token) throws IOException {
    Talk talk = new Talk(new Client(url, era, Optional.empty()), token);
    return era == Era.MODERN ? talk : talk.inSession();
  }

  private Talk inSession() throws IOException {
    Answer hello = send(Operation.INITIALIZE, "");
    require(hello.status() == 200, "initialize", hello);
    Talk talk = new Talk(new Client(client.url(), client.era(), hello.session()), token);
    talk.send(Operation.INITIALIZED, "");
    return talk;
  }

  Client client() {
    return client;
  }

  /** The id of the first of one hundred todos. */
  String fill() throws IOException {
    for (int i = todos().size(); i < Expected.TODOS; i++) {
      Answer made = send(Operation.CREATE, "Todo %03d: water the plants".formatted(i));
      require(made.status() == 200, "create_todo", made);
    }
    return todos().getJsonObject(0).getString("id");
  }

  JsonArray todos() throws IOException {
    Answer answer = send(Operation.LIST, "");
    require(answer.status() == 200, "list_todos", answer);
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
      JsonObject result = reader.readObject().getJsonObject("result");
      return result.getJsonObject("structuredContent").getJsonArray("todos");
    }
  }

  private Answer send(Operation operation, String argument) throws IOException {
    try (Connection connection = new Connection(client.url())) {
      return connection.send(client.request(operation, argument, ID, Optional.of(token)));
    }
  }

  private static void require(boolean fact, String what, Answer answer) throws IOException {
    if (!fact) {
      throw new IOException(
          what + " was answered " + answer.status() + ": " + new String(answer.body()));
    }
  }
}
