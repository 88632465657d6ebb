package dev.gatehouse.security.scope;

import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.tool.Tool;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fails the deployment for what CDI is not told on each server: this runs whatever the {@code
 * web.xml} hides, and is handed classes of which the server makes no beans.
 */
@HandlesTypes({Tool.class, Prompt.class, Resource.class, ResourceTemplate.class})
public class ApplicationCheck implements ServletContainerInitializer {
  @Override
  public void onStartup(Set<Class<?>> types, ServletContext context) {
    List<String> problems =
        Stream.concat(
                WebDescriptor.problem(context).stream(),
                Optional.ofNullable(types).stream().flatMap(Set::stream).flatMap(LostEjb::of))
            .sorted()
            .toList();
    if (!problems.isEmpty()) {
      throw RefusedDeployment.logged(problems);
    }
  }
}
