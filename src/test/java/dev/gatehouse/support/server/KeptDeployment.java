package dev.gatehouse.support.server;

import java.util.Optional;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.DeploymentEvent;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.container.spi.event.container.BeforeStop;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/** Leaves a WAR deployed as long as each next class wants the very same; see {@code Wars}. */
public final class KeptDeployment implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Keeper.class);
  }

  /** What the class before left deployed. */
  public static final class Keeper {
    private Optional<DeploymentEvent> kept = Optional.empty();

    // After what makes the server's context current: some adapters undeploy by what is in it.

    void deploy(@Observes(precedence = -100) EventContext<DeployDeployment> deployment)
        throws DeploymentException {
      Archive<?> wanted = archive(deployment.getEvent());
      // Archives with files of the same names are equal, whatever is in them.
      if (kept.filter(left -> archive(left) == wanted).isPresent()) {
        kept = Optional.empty();
        deployment.getEvent().getDeployment().deployed();
      } else {
        undeploy();
        deployment.proceed();
      }
    }

    void keep(@Observes(precedence = -100) EventContext<UnDeployDeployment> undeployment)
        throws DeploymentException {
      if (undeployment.getEvent().getDeployment().hasDeploymentError()) {
        undeployment.proceed();
      } else {
        kept = Optional.of(undeployment.getEvent());
        undeployment.getEvent().getDeployment().undeployed();
      }
    }

    void end(@Observes BeforeStop server) throws DeploymentException {
      undeploy();
    }

    private void undeploy() throws DeploymentException {
      if (kept.isPresent()) {
        kept.get().getDeployableContainer().undeploy(archive(kept.get()));
        kept = Optional.empty();
      }
    }

    private static Archive<?> archive(DeploymentEvent event) {
      return event.getDeployment().getDescription().getArchive();
    }
  }
}
