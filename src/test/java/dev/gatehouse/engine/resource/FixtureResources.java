package dev.gatehouse.engine.resource;

import dev.gatehouse.content.BlobResourceContents;
import dev.gatehouse.content.ResourceContents;
import dev.gatehouse.content.TextResourceContents;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceNotFoundException;
import dev.gatehouse.resource.ResourceTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class FixtureResources {
  @Resource(
      uri = "test://text",
      name = "text",
      title = "Text",
      description = "Some text",
      mimeType = "text/plain",
      size = 5)
  String text() {
    return "hello";
  }

  @Resource(uri = "test://bytes", mimeType = "image/png")
  byte[] bytes() {
    return new byte[] {1};
  }

  @Resource(uri = "test://parts")
  List<ResourceContents> parts(Progress progress) {
    return List.of(
        new TextResourceContents("test://parts/1", Optional.empty(), "one"),
        new BlobResourceContents("test://parts/2", "image/png", new byte[] {2}));
  }

  @Resource(uri = "test://gone")
  String gone() {
    throw new ResourceNotFoundException("It was moved");
  }

  @Resource(uri = "test://nothing")
  String nothing() {
    return null;
  }

  @Resource(uri = "test://item/fixed")
  String fixed() {
    return "the fixed one";
  }

  @ResourceTemplate(
      uriTemplate = "test://item/{id}",
      name = "item",
      title = "Item",
      description = "An item",
      mimeType = "application/json")
  String item(@Size(max = 3) String id) {
    return "item " + id;
  }

  @ResourceTemplate(uriTemplate = "test://item/{kind}-{number}")
  TextResourceContents numbered(int number, String kind) {
    return new TextResourceContents("test://other", "text/plain", kind + number);
  }
}
