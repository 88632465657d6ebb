package dev.gatehouse.engine.resource;

import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Collects the {@link Resource} and {@link ResourceTemplate} methods of all managed and session
 * beans while CDI starts.
 */
public class ResourceExtension implements Extension, Declarations {
  private final Catalog<ResourceDefinition> resources =
      new Catalog<>(Resource.class, ResourceDefinition::of, ResourceDefinition::uri);
  private final Catalog<ResourceTemplateDefinition> templates =
      new Catalog<>(
          ResourceTemplate.class,
          ResourceTemplateDefinition::of,
          definition -> definition.template().shape());

  <X> void collect(@Observes ProcessManagedBean<X> event) {
    resources.collect(event);
    templates.collect(event);
  }

  Catalog<ResourceDefinition> resourceCatalog() {
    return resources;
  }

  Catalog<ResourceTemplateDefinition> templateCatalog() {
    return templates;
  }

  /** The templates that can be used. */
  public List<ResourceTemplateDefinition> templates() {
    return templates.all();
  }

  @Override
  public List<Declaration> declarations() {
    return Stream.concat(resources.declarations().stream(), templates.declarations().stream())
        .toList();
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>(resources.problems());
    problems.addAll(templates.problems());
    Map<String, Declaration> byName = new HashMap<>();
    for (Declaration declaration : templates.declarations()) {
      Declaration first = byName.putIfAbsent(declaration.name(), declaration);
      if (first != null) {
        problems.add(declaration + ": has the name of " + first.location());
      }
    }
    return problems;
  }
}
