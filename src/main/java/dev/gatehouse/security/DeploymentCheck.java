package dev.gatehouse.security;

import dev.gatehouse.config.Settings;
import dev.gatehouse.config.SettingsException;
import dev.gatehouse.tool.ToolDefinition;
import dev.gatehouse.tool.ToolExtension;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Fails the deployment, naming everything that is wrong in one message. */
public class DeploymentCheck implements Extension {
  private static final Logger LOG = System.getLogger(DeploymentCheck.class.getName());

  void check(@Observes AfterDeploymentValidation event, BeanManager beans) {
    ToolExtension tools = beans.getExtension(ToolExtension.class);
    List<String> problems = new ArrayList<>(settingsProblems());
    problems.addAll(tools.problems());
    tools.tools().forEach(tool -> addScopeProblem(tool, problems));
    if (problems.isEmpty()) {
      LOG.log(Level.INFO, "Gatehouse offers {0} tools: {1}", tools.tools().size(), names(tools));
      return;
    }
    String message = "Gatehouse can't start:\n - " + String.join("\n - ", problems);
    LOG.log(Level.ERROR, () -> message);
    event.addDeploymentProblem(new DeploymentException(message));
  }

  private static List<String> settingsProblems() {
    try {
      Settings.load(ConfigProvider.getConfig());
      return List.of();
    } catch (SettingsException e) {
      return e.problems();
    }
  }

  private static void addScopeProblem(ToolDefinition tool, List<String> problems) {
    Class<?> type = tool.method().getDeclaringClass();
    String where = "Tool " + tool.name() + " (" + tool.location() + ")";
    if (RequiredScopes.of(tool.method(), type).isEmpty()) {
      problems.add(where + ": add @RequiresScope, or @PublicTool if no scope is meant");
    } else if (!RequiredScopes.isUsable(tool.method(), type)) {
      problems.add(where + ": @RequiresScope needs scopes in the characters of RFC 6749, 3.3");
    }
  }

  private static String names(ToolExtension tools) {
    return tools.tools().stream().map(ToolDefinition::name).collect(Collectors.joining(", "));
  }
}
