package dev.gatehouse.tool;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the {@link Tool} methods of all managed and session beans while CDI starts. */
public class ToolExtension implements Extension {
  private final Map<String, Found> tools = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /** A tool and the bean that it is called on. */
  record Found(ToolDefinition definition, Bean<?> bean) {}

  <X> void collect(@Observes ProcessManagedBean<X> event) {
    event.getAnnotatedBeanClass().getMethods().stream()
        .filter(method -> method.isAnnotationPresent(Tool.class))
        .map(AnnotatedMethod::getJavaMember)
        .sorted(Comparator.comparing(Method::toString))
        .forEach(method -> add(event.getBean(), method));
  }

  private void add(Bean<?> bean, Method method) {
    ToolDefinition.of(method, problems)
        .map(definition -> new Found(definition, bean))
        .ifPresent(this::add);
  }

  private void add(Found found) {
    Found first = tools.putIfAbsent(found.definition().name(), found);
    if (first != null) {
      problems.add(
          "Tool %s is declared twice: %s and %s"
              .formatted(
                  found.definition().name(),
                  first.definition().location(),
                  found.definition().location()));
    }
  }

  List<Found> found() {
    return List.copyOf(tools.values());
  }

  /** The tools that could be used, in the order of their names. */
  public List<ToolDefinition> tools() {
    return tools.values().stream().map(Found::definition).toList();
  }

  /** What is wrong with the others, one sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
