package dev.gatehouse.engine.resource;

import dev.gatehouse.content.ResourceContents;
import dev.gatehouse.engine.bean.Registry;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.resource.ResourceNotFoundException;
import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The resources and templates of this deployment, by URI and in a fixed order. */
@ApplicationScoped
public class ResourceRegistry {
  private static final Comparator<ResourceTemplateDefinition> MOST_FIXED_FIRST =
      Comparator.comparingInt(definition -> -definition.template().fixedLength());

  private Registry<ResourceDefinition> resources = Registry.empty();
  private Registry<ResourceTemplateDefinition> templates = Registry.empty();
  private List<ResourceTemplateDefinition> candidates = List.of();

  @Inject
  void prepare(ResourceExtension extension, BeanManager beans) {
    resources = extension.resourceCatalog().registry(beans);
    templates = extension.templateCatalog().registry(beans);
    candidates = templates.all().stream().sorted(MOST_FIXED_FIRST).toList();
  }

  /** All resources with a fixed URI, in the order of these. */
  public List<ResourceDefinition> resources() {
    return resources.all();
  }

  /** All templates, in the order of their fixed parts. */
  public List<ResourceTemplateDefinition> templates() {
    return templates.all();
  }

  /** What answers for this URI: a resource, else the template that fixes most of it. */
  public Optional<ResolvedResource> find(String uri) {
    return resources
        .find(uri)
        .map(ResourceDefinition::resolved)
        .or(
            () ->
                candidates.stream()
                    .flatMap(template -> template.resolve(uri).stream())
                    .findFirst());
  }

  /**
   * What a resource of this registry holds now. {@link BusinessException}s, {@link
   * AccessDeniedException} and unexpected faults pass through.
   *
   * @throws ResourceNotFoundException when the method says so, or a variable breaks a constraint
   */
  public List<ResourceContents> read(ResolvedResource resource, Exchange exchange) {
    try {
      return resource.definition() instanceof ResourceDefinition fixed
          ? resources.call(fixed, resource.arguments(), exchange, resource::contents)
          : templates.call(
              (ResourceTemplateDefinition) resource.definition(),
              resource.arguments(),
              exchange,
              resource::contents);
    } catch (InvalidArgumentsException e) {
      throw new ResourceNotFoundException(String.join("; ", e.problems()));
    }
  }
}
