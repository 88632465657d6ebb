package dev.gatehouse.engine.resource;

import dev.gatehouse.content.ResourceUri;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.resource.Resource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One resource with a fixed URI, fully prepared at deployment. */
public final class ResourceDefinition implements Definition {
  private final Declaration declaration;
  private final Signature signature;
  private final ResourceForm form;
  private final Resource resource;

  private ResourceDefinition(
      Declaration declaration, Signature signature, ResourceForm form, Resource resource) {
    this.declaration = declaration;
    this.signature = signature;
    this.form = form;
    this.resource = resource;
  }

  /** The resource that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<ResourceDefinition> of(Class<?> beanClass, Method method, List<String> problems) {
    Resource resource = method.getAnnotation(Resource.class);
    Declaration declaration = Declaration.of("Resource", resource.name(), beanClass, method);
    List<String> found = new ArrayList<>(declaration.problems());
    try {
      ResourceUri.check(resource.uri());
    } catch (IllegalArgumentException e) {
      found.add(e.getMessage());
    }
    Signature signature = Signature.of(method, parameter -> "", found);
    if (!signature.arguments().isEmpty()) {
      found.add("a resource has no arguments; a @ResourceTemplate has");
    }
    Optional<ResourceForm> form = ResourceForm.of(method.getGenericReturnType(), found);
    found.forEach(problem -> problems.add(declaration + ": " + problem));
    return found.isEmpty()
        ? Optional.of(new ResourceDefinition(declaration, signature, form.orElseThrow(), resource))
        : Optional.empty();
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }

  @Override
  public Signature signature() {
    return signature;
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
    var json = Json.createObjectBuilder().add("uri", uri()).add("name", declaration.name());
    ListEntry.add(json, "title", resource.title());
    ListEntry.add(json, "description", resource.description());
    ListEntry.add(json, "mimeType", resource.mimeType());
    if (resource.size() >= 0) {
      json.add("size", resource.size());
    }
    return json.build();
  }
}
