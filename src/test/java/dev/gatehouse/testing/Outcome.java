package dev.gatehouse.testing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a request ended. What takes a part of the result fails the test when there is none, with what
 * there is instead.
 */
public final class Outcome {
  private final String what;
  private final Reply reply;
  private final Received received;
  private final Script.Reading answers;
  private final Optional<JsonObject> schema;

  Outcome(
      String what,
      Reply reply,
      Received received,
      Script.Reading answers,
      Optional<JsonObject> schema) {
    this.what = what;
    this.reply = reply;
    this.received = received;
    this.answers = answers;
    this.schema = schema;
  }

  /**
   * The result.
   *
   * @return as it was sent
   */
  public JsonObject result() {
    JsonObject result = reply.result().orElseThrow(() -> unexpected("a result"));
    if (result.getBoolean("isError", false)) {
      throw unexpected("a result");
    }
    answers.checkAsked();
    return result;
  }

  /**
   * What the result says in text: of a tool, a resource or a prompt.
   *
   * @return its texts, each in lines of its own
   */
  public String text() {
    return text(result());
  }

  private static String text(JsonObject result) {
    return content(result)
        .filter(part -> part.get("text") instanceof JsonString)
        .map(part -> part.getString("text"))
        .collect(Collectors.joining("\n"));
  }

  /**
   * The content blocks of a tool or of the messages of a prompt, or the contents of a resource.
   *
   * @return as they were sent
   */
  public List<JsonObject> content() {
    return content(result()).toList();
  }

  private static Stream<JsonObject> content(JsonObject result) {
    return Stream.of("content", "contents", "messages")
        .flatMap(name -> result.get(name) instanceof JsonArray parts ? parts.stream() : Stream.of())
        .map(JsonValue::asJsonObject)
        .map(part -> part.get("content") instanceof JsonObject block ? block : part);
  }

  /**
   * What a binary resource holds, or an image or sound.
   *
   * @return the bytes of the first one
   */
  public byte[] bytes() {
    return content().stream()
        .flatMap(part -> Stream.of("blob", "data").map(part::get))
        .filter(JsonString.class::isInstance)
        .map(data -> Base64.getDecoder().decode(((JsonString) data).getString()))
        .findFirst()
        .orElseThrow(() -> unexpected("bytes"));
  }

  /**
   * The structured content of a tool, which fits the tool's {@code outputSchema}. Where a revision
   * has none, because it is no object or because the revision is old, the same from the text.
   *
   * @return as it was sent
   */
  public JsonValue structured() {
    JsonValue content = structured(result());
    schema.ifPresent(expected -> SchemaCheck.check(what, expected, content));
    return content;
  }

  private JsonValue structured(JsonObject result) {
    try {
      return result.containsKey("structuredContent")
          ? result.get("structuredContent")
          : JsonText.parse(text(result));
    } catch (jakarta.json.JsonException e) {
      throw unexpected("structured content");
    }
  }

  /**
   * The same as an object of Java.
   *
   * @param type of the object
   * @param <T> of the object
   * @return as JSON-B reads it
   */
  public <T> T structured(Class<T> type) {
    return JsonText.as(structured(), type);
  }

  /**
   * The same for a list.
   *
   * @param type of its elements
   * @param <T> of its elements
   * @return as JSON-B reads it
   */
  public <T> List<T> structuredList(Class<T> type) {
    return structured().asJsonArray().stream()
        .map(element -> JsonText.<T>as(element, type))
        .toList();
  }

  /**
   * The proposals of a completion.
   *
   * @return in order
   */
  public List<String> values() {
    if (!(result().get("completion") instanceof JsonObject completion)) {
      throw unexpected("a completion");
    }
    return completion.getJsonArray("values").getValuesAs(JsonString::getString);
  }

  /**
   * What the model reads of a tool that said no, such as by a {@code ToolFailure}.
   *
   * @return the text
   */
  public String failure() {
    return reply
        .result()
        .filter(result -> result.getBoolean("isError", false))
        .map(Outcome::text)
        .orElseThrow(() -> unexpected("a tool that says no"));
  }

  /**
   * The tool did not run, because of this argument.
   *
   * @param argument its name, or the path of a part of it, such as {@code order.lines[0].article}
   * @return this
   */
  public Outcome rejects(String argument) {
    if (failure().lines().noneMatch(line -> line.startsWith(argument + ":"))) {
      throw unexpected("a word about the argument " + argument);
    }
    return this;
  }

  /**
   * The caller was answered with HTTP 403, which names exactly these scopes.
   *
   * @param scopes all that what is called needs
   * @return this
   */
  public Outcome isRefusedFor(String... scopes) {
    if (reply.needed().filter(Set.of(scopes)::equals).isEmpty()) {
      throw unexpected("a refusal for the scopes " + new TreeSet<>(Set.of(scopes)));
    }
    return this;
  }

  /**
   * The error of the protocol, such as for a name that nobody has, or a prompt's wrong argument.
   *
   * @return the error
   */
  public ProtocolError error() {
    return reply.error().orElseThrow(() -> unexpected("an error"));
  }

  /**
   * What the tool reported.
   *
   * @return in order; of its last run, where it asked
   */
  public List<ProgressReport> progress() {
    return received.progress();
  }

  /**
   * What the tool logged to its client.
   *
   * @return in order; of its last run, where it asked
   */
  public List<LogLine> logs() {
    return received.logs();
  }

  /**
   * What the user was asked, or the model.
   *
   * @return the messages of forms and pages, the conversations for a model
   */
  public List<String> questions() {
    return answers.asked();
  }

  private AssertionError unexpected(String expected) {
    return new AssertionError(what + ": expected " + expected + ", but it " + this);
  }

  /** How it ended, in a line. */
  @Override
  public String toString() {
    return reply
        .needed()
        .map(scopes -> "was refused, as it needs the scopes " + new TreeSet<>(scopes))
        .or(() -> reply.error().map(e -> "ended in error " + e.code() + ": " + e.message()))
        .or(() -> reply.result().map(result -> "gave " + result))
        .orElse("gave nothing");
  }
}
