package dev.gatehouse.engine.mapping;

import dev.gatehouse.config.EditDistance;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object that has these keys and no others; what is wrong with it is noted with its place.
 *
 * @param place the object's own, for messages
 */
record StrictObject(JsonObject json, String place, List<String> problems) {

  /** The object, after each unknown key was noted. */
  static StrictObject of(JsonObject json, String place, Set<String> keys, List<String> problems) {
    StrictObject object = new StrictObject(json, place, problems);
    for (String key : json.keySet()) {
      if (!keys.contains(key)) {
        String nearest = EditDistance.nearest(key, keys).orElseThrow();
        object.problem(key, "is unknown; the nearest key is " + nearest);
      }
    }
    return object;
  }

  void problem(String key, String sentence) {
    problems.add(place + ": " + key + " " + sentence);
  }

  boolean has(String key) {
    return json.containsKey(key);
  }

  private Optional<JsonValue> value(String key) {
    return Optional.ofNullable(json.get(key));
  }

  void demand(String key) {
    if (!has(key)) {
      problem(key, "is missing");
    }
  }

  /** A value of any type but null. */
  Optional<JsonValue> any(String key) {
    return value(key).filter(value -> isWanted(value != JsonValue.NULL, key, "any value but null"));
  }

  Optional<String> text(String key, Texts texts) {
    return value(key)
        .filter(
            value ->
                isWanted(
                    value instanceof JsonString text && texts.fits(text.getString()),
                    key,
                    texts.words()))
        .map(value -> ((JsonString) value).getString());
  }

  Optional<Boolean> flag(String key) {
    return value(key)
        .filter(
            value ->
                isWanted(value == JsonValue.TRUE || value == JsonValue.FALSE, key, "true or false"))
        .map(value -> value == JsonValue.TRUE);
  }

  /** A list of at least so many texts. */
  Optional<List<String>> texts(String key, Texts texts, int least) {
    return value(key)
        .filter(
            value ->
                isWanted(
                    value instanceof JsonArray array
                        && array.size() >= least
                        && array.stream().allMatch(each -> isText(each, texts)),
                    key,
                    "a list"
                        + (least > 0 ? ", not empty," : "")
                        + " of texts, each of them "
                        + texts.words()))
        .map(value -> value.asJsonArray().getValuesAs(JsonString::getString));
  }

  private static boolean isText(JsonValue value, Texts texts) {
    return value instanceof JsonString text && texts.fits(text.getString());
  }

  Optional<StrictObject> object(String key, Set<String> keys) {
    return value(key)
        .filter(value -> isWanted(value instanceof JsonObject, key, "an object"))
        .map(value -> of(value.asJsonObject(), place + ": " + key, keys, problems));
  }

  /** An object of any keys, with an object of these keys behind each. */
  Map<String, StrictObject> objects(String key, Set<String> keys) {
    Map<String, StrictObject> objects = new LinkedHashMap<>();
    value(key)
        .filter(value -> isWanted(value instanceof JsonObject, key, "an object"))
        .map(value -> new StrictObject(value.asJsonObject(), place + ": " + key, problems))
        .ifPresent(
            all ->
                all.json()
                    .keySet()
                    .forEach(
                        each ->
                            all.object(each, keys).ifPresent(found -> objects.put(each, found))));
    return objects;
  }

  private boolean isWanted(boolean wanted, String key, String words) {
    if (!wanted) {
      problem(key, "must be " + words);
    }
    return wanted;
  }
}
