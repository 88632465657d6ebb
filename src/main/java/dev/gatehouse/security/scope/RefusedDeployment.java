package dev.gatehouse.security.scope;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.List;

/** What the server repeats, often several times: short, and without a trace through the server. */
final class RefusedDeployment extends DeploymentException {
  private static final long serialVersionUID = 1L;

  RefusedDeployment(List<String> problems) {
    super("Gatehouse can't start: " + problems.get(0) + others(problems.size()));
  }

  private static String others(int problems) {
    return problems == 1 ? "" : " (%d problems; the log has them all)".formatted(problems);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
