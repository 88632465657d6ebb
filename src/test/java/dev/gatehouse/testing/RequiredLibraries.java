package dev.gatehouse.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server has and a test must bring; told at once, not one by one. */
final class RequiredLibraries {
  /** A resource of each, and the artifact that brings it. */
  static final Map<String, String> ARTIFACTS = new LinkedHashMap<>();

  static {
    service(
        "jakarta.enterprise.inject.se.SeContainerInitializer", "org.jboss.weld.se:weld-se-core");
    service("jakarta.json.bind.spi.JsonbProvider", "org.eclipse:yasson");
    service(
        "jakarta.validation.spi.ValidationProvider",
        "org.hibernate.validator:hibernate-validator-cdi");
    ARTIFACTS.put(
        "org/glassfish/expressly/ExpressionFactoryImpl.class", "org.glassfish.expressly:expressly");
    service(
        "org.eclipse.microprofile.config.spi.ConfigProviderResolver",
        "io.smallrye.config:smallrye-config");
    ARTIFACTS.put(
        "org/eclipse/microprofile/jwt/JsonWebToken.class",
        "org.eclipse.microprofile.jwt:microprofile-jwt-auth-api");
  }

  private RequiredLibraries() {}

  private static void service(String name, String artifact) {
    ARTIFACTS.put("META-INF/services/" + name, artifact);
  }

  static void check() {
    check(RequiredLibraries.class.getClassLoader());
  }

  static void check(ClassLoader loader) {
    List<String> missing =
        ARTIFACTS.keySet().stream()
            .filter(resource -> loader.getResource(resource) == null)
            .map(ARTIFACTS::get)
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "A test with Gatehouse needs in the scope test: " + String.join(", ", missing));
    }
  }
}
