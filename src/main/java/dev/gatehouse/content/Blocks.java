package dev.gatehouse.content;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.Locale;

/** The JSON that several kinds of content share. */
final class Blocks {
  private Blocks() {}

  static String checkType(String mimeType, String family) {
    if (!mimeType.toLowerCase(Locale.ROOT).startsWith(family + "/")) {
      throw new IllegalArgumentException(
          "A MIME type of " + family + " starts with " + family + "/, not as in " + mimeType);
    }
    return mimeType;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static JsonObject toJson(String type, byte[] data, Content content, String mimeType) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", type)
            .add("data", base64(data))
            .add("mimeType", mimeType);
    Annotations.add(content.annotations(), json);
    return json.build();
  }

  static JsonObject toJson(ResourceContents contents, String member, String value) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("uri", contents.uri());
    contents.mimeType().ifPresent(type -> json.add("mimeType", type));
    return json.add(member, value).build();
  }
}
