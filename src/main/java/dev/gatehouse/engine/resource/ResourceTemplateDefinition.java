package dev.gatehouse.engine.resource;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Draft;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.engine.schema.TextArguments;
import dev.gatehouse.json.Json;
import dev.gatehouse.resource.ResourceTemplate;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resources with a pattern in common, fully prepared at deployment. */
public final class ResourceTemplateDefinition extends Definition {
  private final ResourceTemplate annotation;
  private final UriTemplate template;
  private final TextArguments arguments;
  private final ResourceForm form;

  private ResourceTemplateDefinition(
      Draft draft,
      ResourceTemplate annotation,
      UriTemplate template,
      TextArguments arguments,
      ResourceForm form) {
    super(draft.declaration(), draft.signature());
    this.annotation = annotation;
    this.template = template;
    this.arguments = arguments;
    this.form = form;
  }

  /** The template that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<ResourceTemplateDefinition> of(BeanMethod method, List<String> problems) {
    ResourceTemplate given = method.annotation(ResourceTemplate.class).orElseThrow();
    Draft draft = Draft.of("Resource template", given.name(), method, parameter -> "");
    Optional<UriTemplate> template = draft.attempt(() -> UriTemplate.parse(given.uriTemplate()));
    template.ifPresent(parsed -> TemplateVariables.check(parsed.names(), draft));
    Optional<TextArguments> arguments = TemplateVariables.arguments(draft);
    Optional<ResourceForm> form = ResourceForm.of(method.java().getGenericReturnType(), draft);
    return draft.finish(
        problems,
        () ->
            new ResourceTemplateDefinition(
                draft, given, template.orElseThrow(), arguments.orElseThrow(), form.orElseThrow()));
  }

  /** The URI holds all variables, so one that is sensitive hides all. */
  @Override
  public JsonObject withoutSensitive(JsonObject uri) {
    return signature().hasSensitive() ? JsonValue.EMPTY_JSON_OBJECT : uri;
  }

  /** The template that callers fill in. */
  public String uriTemplate() {
    return template.toString();
  }

  /** The names of its variables, in order. */
  public Set<String> variables() {
    return template.names();
  }

  UriTemplate template() {
    return template;
  }

  /** This template, if the URI is of its form and each variable of its parameter's type. */
  Optional<ResolvedResource> resolve(String uri) {
    return template
        .match(uri)
        .flatMap(
            variables -> {
              try {
                Object[] values = arguments.read(variables);
                return Optional.of(new ResolvedResource(this, uri, values, form, mimeType()));
              } catch (InvalidArgumentsException e) {
                return Optional.empty();
              }
            });
  }

  private Optional<String> mimeType() {
    return ListEntry.given(annotation.mimeType());
  }

  /** The entry in {@code resources/templates/list}. */
  public JsonObject toJson() {
    var json = Json.createObjectBuilder().add("uriTemplate", uriTemplate()).add("name", name());
    ListEntry.add(json, "title", annotation.title());
    ListEntry.add(json, "description", annotation.description());
    ListEntry.add(json, "mimeType", annotation.mimeType());
    addIconsTo(json);
    return json.build();
  }
}
