package dev.gatehouse.it.conformance;

import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.security.RequiresScope;
import jakarta.enterprise.context.ApplicationScoped;

/** Three resources and a template. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class FixtureResources {

  @Resource(
      uri = "test://static-text",
      name = "static-text",
      description = "Text that never changes",
      mimeType = "text/plain")
  String text() {
    return "This is the content of the static text resource.";
  }

  @Resource(
      uri = "test://static-binary",
      name = "static-binary",
      description = "An image that never changes",
      mimeType = "image/png")
  byte[] binary() {
    return Samples.png();
  }

  @Resource(
      uri = "test://watched-resource",
      name = "watched-resource",
      description = "Something to watch",
      mimeType = "text/plain")
  String watched() {
    return "Watched";
  }

  @ResourceTemplate(
      uriTemplate = "test://template/{id}/data",
      name = "template",
      description = "Data by id",
      mimeType = "application/json")
  String data(String id) {
    return "{\"id\":\"%s\",\"templateTest\":true,\"data\":\"Data for ID: %s\"}".formatted(id, id);
  }
}
