package dev.gatehouse.engine.mapping;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A mapping file, read strictly: what its JSON Schema refuses is refused here too.
 *
 * @param problems what is wrong with it, one sentence each
 */
record MappingFile(List<MappedTool> tools, List<String> problems) {
  static final int MOST_BYTES = 1 << 22;
  static final int MOST_TOOLS = 2_000;

  private static final Set<String> FILE = Set.of("$schema", "tools");
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  /** The same without the entries for other classes. */
  MappingFile only(Predicate<String> types) {
    return new MappingFile(
        tools.stream().filter(tool -> types.test(tool.type())).toList(), problems);
  }

  /** The file at this place, for messages. */
  static MappingFile parse(String place, byte[] bytes) {
    List<MappedTool> tools = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    if (bytes.length > MOST_BYTES) {
      problems.add(place + ": is larger than " + MOST_BYTES + " bytes");
    } else {
      json(place, bytes, problems).ifPresent(json -> read(place, json, tools, problems));
    }
    return new MappingFile(List.copyOf(tools), List.copyOf(problems));
  }

  // Inside an array, because a reader passes over what follows the first value.
  private static Optional<JsonObject> json(String place, byte[] bytes, List<String> problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (var reader = READERS.createReader(new StringReader("[" + text + "]"))) {
        JsonArray values = reader.readArray();
        if (values.size() == 1 && values.get(0) instanceof JsonObject file) {
          return Optional.of(file);
        }
      }
    } catch (CharacterCodingException | RuntimeException e) {
      problems.add(place + ": is no JSON in UTF-8: " + e.getMessage());
      return Optional.empty();
    }
    problems.add(place + ": is no JSON object");
    return Optional.empty();
  }

  private static void read(
      String place, JsonObject json, List<MappedTool> tools, List<String> problems) {
    StrictObject file = StrictObject.of(json, place, FILE, problems);
    file.text("$schema", Texts.ANY);
    if (!(json.get("tools") instanceof JsonArray array) || array.size() > MOST_TOOLS) {
      file.problem("tools", "must be a list of at most " + MOST_TOOLS + " entries");
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      String entry = "tools[" + i + "] of " + place;
      if (array.get(i) instanceof JsonObject each) {
        EntryReader.read(each, entry, problems).ifPresent(tools::add);
      } else {
        problems.add(entry + ": must be an object");
      }
    }
  }
}
