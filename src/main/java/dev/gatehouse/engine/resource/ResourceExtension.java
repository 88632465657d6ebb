package dev.gatehouse.engine.resource;

import dev.gatehouse.engine.bean.Catalog;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the {@link Resource} and {@link ResourceTemplate} methods while CDI starts. */
public class ResourceExtension extends Declarations {
  private final Catalog<ResourceDefinition> resources;
  private final Catalog<ResourceTemplateDefinition> templates;

  /** With none yet. */
  public ResourceExtension() {
    this(
        new Catalog<>(Resource.class, ResourceDefinition::of, ResourceDefinition::uri),
        new Catalog<>(
            ResourceTemplate.class,
            ResourceTemplateDefinition::of,
            definition -> definition.template().shape()));
  }

  private ResourceExtension(
      Catalog<ResourceDefinition> resources, Catalog<ResourceTemplateDefinition> templates) {
    super(resources, templates);
    this.resources = resources;
    this.templates = templates;
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
  public List<String> problems() {
    List<String> problems = new ArrayList<>(super.problems());
    Map<String, Declaration> byName = new HashMap<>();
    for (ResourceTemplateDefinition template : templates.all()) {
      Declaration declaration = template.declaration();
      Declaration first = byName.putIfAbsent(declaration.name(), declaration);
      if (first != null) {
        problems.add(declaration + ": has the name of " + first.location());
      }
    }
    return problems;
  }
}
