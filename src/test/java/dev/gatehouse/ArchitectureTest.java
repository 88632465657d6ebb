package dev.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The architecture: which package may use which. */
class ArchitectureTest {
  private static final String BASE = "dev.gatehouse";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("jsonrpc", Set.of()),
          entry("schema", Set.of()),
          entry("log", Set.of()),
          entry("audit", Set.of("log")),
          entry("config", Set.of()),
          entry("content", Set.of()),
          entry("client", Set.of("content", "log")),
          entry("bean", Set.of("schema", "client")),
          entry("tool", Set.of("bean", "content", "schema", "client", "log")),
          entry("prompt", Set.of("bean", "content", "schema", "client")),
          entry("resource", Set.of("bean", "content", "schema", "client")),
          entry("completion", Set.of("prompt", "resource", "bean", "schema", "client")),
          entry(
              "mcp",
              Set.of(
                  "jsonrpc",
                  "tool",
                  "prompt",
                  "resource",
                  "completion",
                  "bean",
                  "content",
                  "schema",
                  "client",
                  "config",
                  "log")),
          entry(
              "security",
              Set.of("audit", "log", "bean", "tool", "prompt", "resource", "completion", "config")),
          entry("doctor", Set.of("config", "tool", "security")),
          entry("limits", Set.of("bean", "config")),
          entry("control", Set.of("bean", "tool", "prompt", "resource", "config")),
          entry(
              "http",
              Set.of(
                  "mcp",
                  "jsonrpc",
                  "security",
                  "config",
                  "bean",
                  "doctor",
                  "audit",
                  "limits",
                  "control",
                  "telemetry",
                  "tool",
                  "log")),
          entry(
              "telemetry", Set.of("audit", "bean", "jsonrpc", "mcp", "prompt", "resource", "tool")),
          entry("health", Set.of("doctor", "security", "tool")),
          entry("todo", Set.of("tool", "security")));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void every_arrow_between_packages_is_in_the_map() {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass type : classes) {
      Set<String> allowed = MAY_USE.getOrDefault(slice(type), Set.of());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(BASE + "."))
          .map(ArchitectureTest::slice)
          .filter(target -> !target.equals(slice(type)) && !allowed.contains(target))
          .forEach(target -> foreign.add(slice(type) + " -> " + target));
    }
    assertThat(foreign).isEmpty();
  }

  @Test
  void every_package_is_in_the_map() {
    Set<String> packages =
        classes.stream()
            .filter(type -> !type.getPackageName().equals(BASE))
            .map(ArchitectureTest::slice)
            .collect(Collectors.toSet());
    assertThat(packages).isEqualTo(MAY_USE.keySet());
  }

  @Test
  void the_map_has_no_cycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void only_http_and_security_know_jax_rs() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".http..", BASE + ".security..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(classes);
  }

  @Test
  void only_security_knows_tokens() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".security..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jose4j..", "org.eclipse.microprofile.jwt..")
        .check(classes);
  }

  @Test
  void only_health_knows_the_health_api_that_some_servers_lack() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".health..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.microprofile.health..")
        .check(classes);
  }

  @Test
  void only_telemetry_knows_the_telemetry_api_that_some_servers_lack() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".telemetry..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry..")
        .check(classes);
  }

  @Test
  void no_server_is_known_by_name() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "fish.payara..",
            "org.glassfish..",
            "org.wildfly..",
            "org.jboss..",
            "io.openliberty..",
            "com.ibm..",
            "io.smallrye..",
            "org.eclipse.yasson..")
        .check(classes);
  }

  private static String slice(JavaClass type) {
    String rest = type.getPackageName().substring(BASE.length());
    return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
  }
}
