package dev.gatehouse.security.container;

import dev.gatehouse.config.Settings;
import dev.gatehouse.platform.ServerApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Adds the login of the container if it is switched on. An application has one such mechanism, so
 * it carries no scope that would make it a bean by itself.
 */
public class ContainerLoginExtension implements Extension {
  private static final String API =
      "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";

  void offer(@Observes BeforeBeanDiscovery event) {
    if (Settings.containerLogin(ConfigProvider.getConfig())) {
      demand(API, ContainerLoginExtension.class.getClassLoader());
      Mechanism.offer(event);
    }
  }

  static void demand(String type, ClassLoader loader) {
    if (!ServerApis.isPresent(type, loader)) {
      throw new DeploymentException(
          "mcp.container.login needs Jakarta Security, which this server does not have");
    }
  }

  /** A class of its own, since some virtual machines load all that a class mentions. */
  private static final class Mechanism {
    static void offer(BeforeBeanDiscovery event) {
      event
          .addAnnotatedType(ContainerLogin.class, ContainerLogin.class.getName())
          .add(ApplicationScoped.Literal.INSTANCE);
    }
  }
}
