package dev.gatehouse.security.scope;

import dev.gatehouse.config.Settings;
import dev.gatehouse.config.SettingsException;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Fails the deployment, naming everything that is wrong in one message: before other extensions see
 * the event, since what they register at it may outlive a deployment that fails.
 */
public class DeploymentCheck implements Extension {
  private static final Logger LOG = System.getLogger(DeploymentCheck.class.getName());

  void check(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 1) AfterDeploymentValidation event,
      BeanManager beans) {
    List<Declarations> all =
        List.of(
            beans.getExtension(ToolExtension.class),
            beans.getExtension(PromptExtension.class),
            beans.getExtension(ResourceExtension.class),
            beans.getExtension(CompletionExtension.class));
    List<String> problems =
        new ArrayList<>(RequiredApis.problems(DeploymentCheck.class.getClassLoader()));
    WebDescriptor.problem(DeploymentCheck.class.getResource("DeploymentCheck.class"))
        .ifPresent(problems::add);
    List<String> ignored = new ArrayList<>();
    List<String> warned = new ArrayList<>();
    readSettings(all, problems, ignored)
        .map(settings -> beans.getExtension(ToolExtension.class).warnings(settings.serverName()))
        .ifPresent(warned::addAll);
    for (Declarations some : all) {
      problems.addAll(some.problems());
      some.declarations().forEach(declaration -> addScopeProblem(declaration, problems));
      some.declarations().stream().flatMap(UncheckedRoles::of).forEach(problems::add);
    }
    if (problems.isEmpty()) {
      LOG.log(Level.INFO, "Gatehouse offers {0}", names(all));
      warn("Settings that do nothing", ignored);
      warn("What some clients can't take", warned);
      return;
    }
    throw RefusedDeployment.logged(problems);
  }

  private static Optional<Settings> readSettings(
      List<Declarations> all, List<String> problems, List<String> ignored) {
    try {
      Settings settings = Settings.load(ConfigProvider.getConfig());
      ignored.addAll(settings.ignored(neededScopes(all)));
      return Optional.of(settings);
    } catch (SettingsException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Set<String> neededScopes(List<Declarations> all) {
    return all.stream()
        .flatMap(some -> some.declarations().stream())
        .flatMap(declaration -> RequiredScopes.of(declaration).stream())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  private static void warn(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      String message = title + ":\n - " + String.join("\n - ", sentences);
      LOG.log(Level.WARNING, () -> message);
    }
  }

  private static void addScopeProblem(Declaration declaration, List<String> problems) {
    if (RequiredScopes.isContradiction(declaration)) {
      problems.add(declaration + ": keep @RequiresScope or @NoScopeRequired, it can't be both");
    } else if (RequiredScopes.of(declaration).isEmpty()) {
      problems.add(declaration + ": add @RequiresScope, or @NoScopeRequired if no scope is meant");
    } else if (!RequiredScopes.isUsable(declaration)) {
      problems.add(
          declaration + ": @RequiresScope needs scopes in the characters of RFC 6749, 3.3");
    }
  }

  private static String names(List<Declarations> all) {
    return all.stream()
        .flatMap(some -> some.declarations().stream())
        .map(declaration -> declaration.kind().toLowerCase(Locale.ROOT) + " " + declaration.name())
        .collect(Collectors.joining(", "));
  }
}
