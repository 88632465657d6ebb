package dev.gatehouse.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static final byte[] BYTES = {1, 2, (byte) 0xFF};

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  @Test
  void text_is_a_block_of_type_text() {
    assertThat(new TextContent("hi").toJson()).isEqualTo(json("{'type':'text','text':'hi'}"));
  }

  @Test
  void images_and_audio_carry_base64_and_their_type() {
    assertThat(new ImageContent(BYTES, "image/png").toJson())
        .isEqualTo(json("{'type':'image','data':'AQL/','mimeType':'image/png'}"));
    assertThat(new AudioContent(BYTES, "audio/wav").toJson())
        .isEqualTo(json("{'type':'audio','data':'AQL/','mimeType':'audio/wav'}"));
  }

  @Test
  void a_link_tells_what_is_known_of_the_resource() {
    assertThat(new ResourceLink("file:///a", "a").toJson())
        .isEqualTo(json("{'type':'resource_link','uri':'file:///a','name':'a'}"));
    assertThat(
            new ResourceLink(
                    "file:///a",
                    "a",
                    Optional.of("A"),
                    Optional.of("The first"),
                    Optional.of("text/plain"),
                    OptionalLong.of(7),
                    Optional.of(Annotations.priority(0.5)))
                .toJson())
        .isEqualTo(
            json(
                """
                {'type':'resource_link','uri':'file:///a','name':'a','title':'A',
                 'description':'The first','mimeType':'text/plain','size':7,
                 'annotations':{'priority':0.5}}"""));
  }

  @Test
  void a_resource_is_embedded_as_text_or_as_bytes() {
    assertThat(
            new EmbeddedResource(new TextResourceContents("test://a", "text/plain", "hi")).toJson())
        .isEqualTo(
            json(
                """
                {'type':'resource',
                 'resource':{'uri':'test://a','mimeType':'text/plain','text':'hi'}}"""));
    assertThat(new BlobResourceContents("test://b", Optional.empty(), BYTES).toJson())
        .isEqualTo(json("{'uri':'test://b','blob':'AQL/'}"));
  }

  @Test
  void annotations_are_written_where_they_are_given() {
    Annotations annotations =
        new Annotations(
            Set.of(Role.ASSISTANT, Role.USER),
            OptionalDouble.of(1),
            Optional.of(Instant.parse("2025-01-12T15:00:58Z")));
    assertThat(new TextContent("hi", Optional.of(annotations)).toJson().get("annotations"))
        .isEqualTo(
            json(
                """
                {'audience':['user','assistant'],'priority':1.0,
                 'lastModified':'2025-01-12T15:00:58Z'}"""));
    assertThat(Annotations.audience(Role.USER).toJson()).isEqualTo(json("{'audience':['user']}"));
  }

  @Test
  void bytes_belong_to_their_content_alone() {
    byte[] given = BYTES.clone();
    ImageContent image = new ImageContent(given, "image/png");
    BlobResourceContents blob = new BlobResourceContents("test://b", "image/png", given);
    given[0] = 9;
    image.data()[1] = 9;
    blob.blob()[1] = 9;
    assertThat(image).isEqualTo(new ImageContent(BYTES, "image/png"));
    assertThat(image).hasSameHashCodeAs(new ImageContent(BYTES, "image/png"));
    assertThat(image).isNotEqualTo(new ImageContent(given, "image/png"));
    assertThat(new AudioContent(BYTES, "audio/wav"))
        .isEqualTo(new AudioContent(BYTES, "audio/wav"));
    assertThat(blob).isEqualTo(new BlobResourceContents("test://b", "image/png", BYTES));
  }

  @Test
  void content_that_cannot_be_is_not_made() {
    List<Runnable> wrong =
        List.of(
            () -> new ImageContent(BYTES, "audio/wav"),
            () -> new AudioContent(BYTES, "image/png"),
            () -> new ResourceLink("no-scheme", "a"),
            () -> new ResourceLink("a b:c", "a"),
            () -> new ResourceLink("file:///a", " "),
            () -> new TextResourceContents("/a", "text/plain", "hi"),
            () -> new BlobResourceContents("", "image/png", BYTES),
            () -> Annotations.priority(1.1),
            () -> Annotations.priority(Double.NaN));
    assertThat(wrong)
        .allSatisfy(make -> assertThatIllegalArgumentException().isThrownBy(make::run));
  }
}
