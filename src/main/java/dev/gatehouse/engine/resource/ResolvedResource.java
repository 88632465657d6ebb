package dev.gatehouse.engine.resource;

import dev.gatehouse.content.ResourceContents;
import dev.gatehouse.engine.bean.Definition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What answers for a requested URI, ready to be read. */
public final class ResolvedResource {
  private final Definition definition;
  private final String uri;
  private final Object[] arguments;
  private final ResourceForm form;
  private final Optional<String> mimeType;

  ResolvedResource(
      Definition definition,
      String uri,
      Object[] arguments,
      ResourceForm form,
      Optional<String> mimeType) {
    this.definition = definition;
    this.uri = uri;
    this.arguments = arguments;
    this.form = form;
    this.mimeType = mimeType;
  }

  /** The {@link ResourceDefinition} or {@link ResourceTemplateDefinition} that answers. */
  public Definition definition() {
    return definition;
  }

  /** The requested URI. */
  public String uri() {
    return uri;
  }

  Object[] arguments() {
    return arguments;
  }

  List<ResourceContents> contents(Object returned) {
    String otherwise = definition.declaration() + " returned null";
    return form.contents(Objects.requireNonNull(returned, otherwise), uri, mimeType);
  }
}
