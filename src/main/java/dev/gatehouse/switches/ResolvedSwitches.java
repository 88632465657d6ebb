package dev.gatehouse.switches;

import dev.gatehouse.config.Switches;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.tool.ToolDefinition;
import dev.gatehouse.engine.tool.ToolRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What some switches mean for what this deployment offers. */
record ResolvedSwitches(
    Switches switches,
    Set<Declaration> tools,
    Set<Declaration> prompts,
    Set<Declaration> resources,
    List<String> remarks) {

  ResolvedSwitches {
    tools = Set.copyOf(tools);
    prompts = Set.copyOf(prompts);
    resources = Set.copyOf(resources);
    remarks = List.copyOf(remarks);
  }

  static ResolvedSwitches of(
      Switches switches, ToolRegistry tools, PromptRegistry prompts, ResourceRegistry resources) {
    List<String> remarks = new ArrayList<>();
    Set<Declaration> offTools =
        named(Switches.TOOLS, switches.disabledTools(), tools.all().stream(), remarks);
    if (switches.readOnly()) {
      tools.all().stream()
          .filter(tool -> !tool.isReadOnly())
          .map(ToolDefinition::declaration)
          .forEach(offTools::add);
    }
    return new ResolvedSwitches(
        switches,
        offTools,
        named(Switches.PROMPTS, switches.disabledPrompts(), prompts.all().stream(), remarks),
        named(
            Switches.RESOURCES,
            switches.disabledResources(),
            Stream.concat(resources.resources().stream(), resources.templates().stream()),
            remarks),
        remarks);
  }

  private static Set<Declaration> named(
      String setting, Set<String> names, Stream<? extends Definition> all, List<String> remarks) {
    Set<Declaration> found =
        all.map(Definition::declaration)
            .filter(declaration -> names.contains(declaration.name()))
            .collect(Collectors.toSet());
    Set<String> unknown = new HashSet<>(names);
    found.forEach(declaration -> unknown.remove(declaration.name()));
    unknown.stream()
        .sorted()
        .forEach(name -> remarks.add(setting + " names what is not there: " + name));
    return found;
  }

  boolean isOn(Declaration declaration) {
    return !tools.contains(declaration)
        && !prompts.contains(declaration)
        && !resources.contains(declaration)
        && declaration.superior().map(this::isOn).orElse(true);
  }

  /** What a caller is told instead of an answer; empty for what runs. */
  Optional<String> refusal(Declaration declaration) {
    if (switches.maintenance().isPresent()) {
      return switches.maintenance();
    }
    if (isOn(declaration)) {
      return Optional.empty();
    }
    String readOnly = switches.readOnly() ? "; this server is read-only at the moment" : "";
    return Optional.of(declaration.name() + " is switched off" + readOnly);
  }
}
