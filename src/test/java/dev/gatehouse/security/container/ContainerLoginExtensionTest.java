package dev.gatehouse.security.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerLoginExtensionTest {
  private static final String SETTING = "mcp.container.login";

  @AfterEach
  void unset() {
    System.clearProperty(SETTING);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "false, false", "perhaps, false"})
  void the_mechanism_is_there_only_if_it_is_switched_on(String setting, boolean there) {
    System.setProperty(SETTING, setting);
    assertThat(isThere()).isEqualTo(there);
  }

  @Test
  void it_is_not_there_by_default() {
    assertThat(isThere()).isFalse();
  }

  private static boolean isThere() {
    Weld weld = new Weld().disableDiscovery().addExtensions(new ContainerLoginExtension());
    try (WeldContainer container = weld.addBeanClass(Object.class).initialize()) {
      return container
          .select(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE)
          .isResolvable();
    }
  }

  @Test
  void a_server_without_jakarta_security_is_named_at_deployment() {
    ClassLoader loader = getClass().getClassLoader();
    assertThatExceptionOfType(DeploymentException.class)
        .isThrownBy(() -> ContainerLoginExtension.demand("no.such.Mechanism", loader))
        .withMessageContaining("mcp.container.login needs Jakarta Security");
  }
}
