package dev.gatehouse.engine.resource;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Signature;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.engine.schema.TextArguments;
import dev.gatehouse.resource.ResourceTemplate;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resources with a pattern in common, fully prepared at deployment. */
public final class ResourceTemplateDefinition implements Definition {
  private final Declaration declaration;
  private final Signature signature;
  private final UriTemplate template;
  private final TextArguments arguments;
  private final ResourceForm form;

  private ResourceTemplateDefinition(
      Declaration declaration,
      Signature signature,
      UriTemplate template,
      TextArguments arguments,
      ResourceForm form) {
    this.declaration = declaration;
    this.signature = signature;
    this.template = template;
    this.arguments = arguments;
    this.form = form;
  }

  /** The template that this method is; adds what is wrong to {@code problems} and then is empty. */
  static Optional<ResourceTemplateDefinition> of(
      Class<?> beanClass, Method method, List<String> problems) {
    String name = method.getAnnotation(ResourceTemplate.class).name();
    Declaration declaration = Declaration.of("Resource template", name, beanClass, method);
    List<String> found = new ArrayList<>(declaration.problems());
    Signature signature = Signature.of(method, parameter -> "", found);
    Optional<UriTemplate> template = TemplateVariables.template(method, found);
    template.ifPresent(parsed -> TemplateVariables.check(parsed.names(), signature, found));
    Optional<TextArguments> arguments = TemplateVariables.arguments(signature, found);
    Optional<ResourceForm> form = ResourceForm.of(method.getGenericReturnType(), found);
    found.forEach(problem -> problems.add(declaration + ": " + problem));
    return found.isEmpty()
        ? Optional.of(
            new ResourceTemplateDefinition(
                declaration,
                signature,
                template.orElseThrow(),
                arguments.orElseThrow(),
                form.orElseThrow()))
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

  /** The URI holds all variables, so one that is sensitive hides all. */
  @Override
  public JsonObject withoutSensitive(JsonObject uri) {
    return signature.hasSensitive() ? JsonValue.EMPTY_JSON_OBJECT : uri;
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

  private ResourceTemplate annotation() {
    return declaration.method().getAnnotation(ResourceTemplate.class);
  }

  private Optional<String> mimeType() {
    return ListEntry.given(annotation().mimeType());
  }

  /** The entry in {@code resources/templates/list}. */
  public JsonObject toJson() {
    var json =
        Json.createObjectBuilder()
            .add("uriTemplate", uriTemplate())
            .add("name", declaration.name());
    ListEntry.add(json, "title", annotation().title());
    ListEntry.add(json, "description", annotation().description());
    ListEntry.add(json, "mimeType", annotation().mimeType());
    return json.build();
  }
}
