package dev.gatehouse.engine.resource;

import dev.gatehouse.content.ResourceContents;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.bean.Invocation;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.resource.ResourceNotFoundException;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The resources and templates of this deployment, by URI and in a fixed order. */
@ApplicationScoped
public class ResourceRegistry {
  private static final Comparator<ResourceTemplateDefinition> MOST_FIXED_FIRST =
      Comparator.comparingInt(definition -> -definition.template().fixedLength());

  private List<ResourceDefinition> resources = List.of();
  private List<ResourceTemplateDefinition> templates = List.of();
  private List<ResourceTemplateDefinition> candidates = List.of();
  private Map<String, ResolvedResource> byUri = Map.of();
  private final Map<Definition, Invocation> invocations = new HashMap<>();

  @Inject
  void prepare(ResourceExtension extension, BeanManager beans) {
    resources = extension.resourceCatalog().all();
    templates = extension.templateCatalog().all();
    candidates = templates.stream().sorted(MOST_FIXED_FIRST).toList();
    byUri =
        resources.stream()
            .collect(Collectors.toMap(ResourceDefinition::uri, ResourceDefinition::resolved));
    invocations.putAll(extension.resourceCatalog().invocations(beans));
    invocations.putAll(extension.templateCatalog().invocations(beans));
  }

  /** All resources with a fixed URI, in the order of these. */
  public List<ResourceDefinition> resources() {
    return resources;
  }

  /** All templates, in the order of their fixed parts. */
  public List<ResourceTemplateDefinition> templates() {
    return templates;
  }

  /** What answers for this URI: a resource, else the template that fixes most of it. */
  public Optional<ResolvedResource> find(String uri) {
    ResolvedResource fixed = byUri.get(uri);
    return fixed != null
        ? Optional.of(fixed)
        : candidates.stream().flatMap(template -> template.resolve(uri).stream()).findFirst();
  }

  /**
   * What a resource of this registry holds now. {@link BusinessException}s, {@link
   * AccessDeniedException} and unexpected faults pass through.
   *
   * @throws ResourceNotFoundException when the method says so, or a variable breaks a constraint
   */
  public List<ResourceContents> read(ResolvedResource resource, Exchange exchange) {
    try {
      return invocations
          .get(resource.definition())
          .call(resource.arguments(), exchange, resource::contents);
    } catch (InvalidArgumentsException e) {
      throw new ResourceNotFoundException(String.join("; ", e.problems()));
    }
  }
}
