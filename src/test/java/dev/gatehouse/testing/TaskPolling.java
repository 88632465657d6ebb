package dev.gatehouse.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** Asks about a task until it has ended, and answers what it asks. */
record TaskPolling(Modern client, String id, Script.Reading answers) {
  private static final long PAUSE_MS = 10;

  /** The answer that the call would have had without a task. */
  Reply end() {
    while (true) {
      Reply reply = client.about(request("tasks/get", Json.createObjectBuilder()));
      if (reply.result().isEmpty()) {
        return reply;
      }
      JsonObject task = reply.result().get();
      switch (task.getString("status")) {
        case "working" -> pause();
        case "input_required" -> answer(task);
        case "completed" -> {
          return answer("result", task);
        }
        case "failed" -> {
          return answer("error", task);
        }
        default -> throw new AssertionError("The task is " + task.getString("status"));
      }
    }
  }

  private Request request(String method, JsonObjectBuilder more) {
    return new Request(method, more.add("taskId", id).build());
  }

  private void answer(JsonObject task) {
    client.about(
        request(
            "tasks/update",
            Json.createObjectBuilder().add("inputResponses", Modern.responses(task, answers))));
  }

  private static Reply answer(String member, JsonObject task) {
    JsonObject answer = Json.createObjectBuilder().add(member, task.get(member)).build();
    return new Reply(Optional.of(answer), Optional.empty(), Optional.empty());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while a task ran", e);
    }
  }
}
