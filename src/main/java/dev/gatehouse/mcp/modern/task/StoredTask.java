package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBytes;
import dev.gatehouse.jsonrpc.JsonRpcError;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A task as it is kept; each change makes the next version of it.
 *
 * @param id 192 random bits in base64url
 * @param caller a digest of whose it is
 * @param node which runs it, or ran it last
 * @param created in whole milliseconds, like all times
 * @param expires when it is forgotten
 */
record StoredTask(
    String id,
    String caller,
    TaskStatus status,
    String node,
    long version,
    Instant created,
    Instant updated,
    Instant expires,
    TaskContent content) {
  private static final int POLL_MS = 1000;

  StoredTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(content, "content");
    created = created.truncatedTo(ChronoUnit.MILLIS);
    updated = updated.truncatedTo(ChronoUnit.MILLIS);
    expires = expires.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A new one that runs on this node. */
  static StoredTask begin(
      String id,
      String caller,
      String node,
      Instant now,
      Duration life,
      JsonObject params,
      Map<String, JsonObject> answers) {
    JsonObject nothing = JsonObject.EMPTY_JSON_OBJECT;
    TaskContent content = new TaskContent(params, answers, nothing, nothing, 1);
    return new StoredTask(
        id, caller, TaskStatus.WORKING, node, 0, now, now, now.plus(life), content);
  }

  private StoredTask next(TaskStatus to, String on, Instant now, TaskContent with) {
    return new StoredTask(id, caller, to, on, version + 1, created, now, expires, with);
  }

  /** After its method has asked. */
  StoredTask asking(Map<String, JsonObject> accepted, JsonObject requests, Instant now) {
    return next(TaskStatus.INPUT_REQUIRED, node, now, content.asking(accepted, requests));
  }

  /** With answers; on this node it runs again once it has all. */
  StoredTask answered(JsonObject responses, String on, Instant now) {
    TaskContent with = content.answered(responses);
    return with.requests().isEmpty()
        ? next(TaskStatus.WORKING, on, now, with.begunAgain())
        : next(status, node, now, with);
  }

  /** Begun again on this node. */
  StoredTask movedTo(String on, Instant now) {
    return next(TaskStatus.WORKING, on, now, content.begunAgain());
  }

  /** After its method has ended with this JSON-RPC answer. */
  StoredTask ended(JsonObject answer, Instant now) {
    boolean isResult = answer.containsKey("result");
    String member = isResult ? "result" : "error";
    return next(
        isResult ? TaskStatus.COMPLETED : TaskStatus.FAILED,
        node,
        now,
        content.ended(Json.createObjectBuilder().add(member, answer.get(member)).build()));
  }

  /** Failed for a reason of the server's. */
  StoredTask failed(String reason, Instant now) {
    return ended(
        new JsonRpcError(JsonRpcError.INTERNAL_ERROR, reason).answer(Optional.empty()), now);
  }

  /** As its client wants it. */
  StoredTask cancelled(Instant now) {
    return next(TaskStatus.CANCELLED, node, now, content.ended(JsonObject.EMPTY_JSON_OBJECT));
  }

  /** Whether there is no room for what it is about. */
  boolean isTooLong() {
    return JsonBytes.of(content.toJson()).length > TaskStore.LONGEST_CONTENT;
  }

  /** The members of {@code Task}. */
  JsonObjectBuilder toJson() {
    return Json.createObjectBuilder()
        .add("taskId", id)
        .add("status", status.wireName())
        .add("createdAt", created.toString())
        .add("lastUpdatedAt", updated.toString())
        .add("ttlMs", Duration.between(created, expires).toMillis())
        .add("pollIntervalMs", POLL_MS);
  }

  /** The members of {@code DetailedTask}: with what its status brings along. */
  JsonObjectBuilder toDetailedJson() {
    JsonObjectBuilder json = toJson().addAll(Json.createObjectBuilder(content.outcome()));
    return status == TaskStatus.INPUT_REQUIRED
        ? json.add("inputRequests", content.requests())
        : json;
  }
}
