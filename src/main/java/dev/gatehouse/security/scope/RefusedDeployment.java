package dev.gatehouse.security.scope;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** What the server repeats, often several times: short, and without a trace through the server. */
final class RefusedDeployment extends DeploymentException {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(DeploymentCheck.class.getName());

  private RefusedDeployment(List<String> problems) {
    super("Gatehouse can't start: " + problems.get(0) + others(problems.size()));
  }

  /** The same after telling the operator all of them. */
  static RefusedDeployment logged(List<String> problems) {
    String message = "Gatehouse can't start:\n - " + String.join("\n - ", problems);
    LOG.log(Level.ERROR, () -> message);
    return new RefusedDeployment(problems);
  }

  private static String others(int problems) {
    return problems == 1 ? "" : " (%d problems; the log has them all)".formatted(problems);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
