package dev.gatehouse.engine.resource;

import dev.gatehouse.content.ResourceUri;
import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.json.Json;
import dev.gatehouse.resource.Resource;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** One resource with a fixed URI, fully prepared at deployment. */
public final class ResourceDefinition extends Definition {
  private final ResourceForm form;
  private final Resource resource;

  private ResourceDefinition(Draft draft, ResourceForm form, Resource resource) {
    super(draft.declaration(), draft.signature());
    this.form = form;
    this.resource = resource;
  }

  /** The resource that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<ResourceDefinition> of(BeanMethod method, List<String> problems) {
    Resource resource = method.annotation(Resource.class).orElseThrow();
    Draft draft = Draft.of("Resource", resource.name(), method, parameter -> "");
    draft.attempt(() -> ResourceUri.check(resource.uri()));
    if (!draft.signature().arguments().isEmpty()) {
      draft.problem("a resource has no arguments; a @ResourceTemplate has");
    }
    Optional<ResourceForm> form = ResourceForm.of(method.java().getGenericReturnType(), draft);
    return draft.finish(
        problems, () -> new ResourceDefinition(draft, form.orElseThrow(), resource));
  }

  /** The URI that callers use. */
  public String uri() {
    return resource.uri();
  }

  ResolvedResource resolved() {
    return new ResolvedResource(
        this, uri(), new Object[0], form, ListEntry.given(resource.mimeType()));
  }

  /** The entry in {@code resources/list}. */
  public JsonObject toJson() {
    var json = Json.createObjectBuilder().add("uri", uri()).add("name", name());
    ListEntry.add(json, "title", resource.title());
    ListEntry.add(json, "description", resource.description());
    ListEntry.add(json, "mimeType", resource.mimeType());
    if (resource.size() >= 0) {
      json.add("size", resource.size());
    }
    addIconsTo(json);
    return json.build();
  }
}
