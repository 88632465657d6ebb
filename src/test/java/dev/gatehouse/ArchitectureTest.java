package dev.gatehouse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.JsonStructure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The architecture: the floors of the house, the ground first, and who may use whom. */
class ArchitectureTest {
  private static final String BASE = "dev.gatehouse";
  private static final int MANY = 28;

  private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    // What authors import; it leans on nothing else.
    floor("json");
    floor("log");
    floor("content", "json");
    floor("interaction", "content", "json");
    floor("tool", "content", "json");
    floor("prompt", "content", "tool", "json");
    floor("resource", "content", "tool");
    floor("completion", "json");
    floor("security", "tool");

    // The ground.
    floor("jsonrpc", "json");
    floor("config", "log");
    floor("outbound");
    floor("audit", "platform", "log", "json");
    floor("platform");
    floor("request");
    floor("database", "tool", "config", "log");
    floor("cluster", "database", "platform", "config", "log", "json");

    // The engine: finds authors' methods and runs them.
    floor("engine.schema", "interaction", "tool", "json");
    floor("engine.interaction", "engine.schema", "interaction", "content", "log", "json");
    floor("engine.outcome", "interaction", "tool", "log");
    floor(
        "engine.bean",
        "engine.outcome",
        "engine.interaction",
        "engine.schema",
        "interaction",
        "tool",
        "security",
        "json");
    floor("engine.mapping", "engine.bean", "tool", "security", "config", "json");
    floor("engine.rest", "engine.bean");
    floor(
        "engine.tool",
        "engine.outcome",
        "engine.mapping",
        "engine.rest",
        "engine.bean",
        "engine.interaction",
        "engine.schema",
        "content",
        "tool",
        "config",
        "log",
        "json");
    floor("engine.prompt", "engine.bean", "engine.interaction", "engine.schema", "prompt", "json");
    floor(
        "engine.resource",
        "engine.bean",
        "engine.interaction",
        "engine.schema",
        "content",
        "resource",
        "json");
    floor(
        "engine.completion",
        "engine.bean",
        "engine.schema",
        "engine.interaction",
        "engine.prompt",
        "engine.resource",
        "completion");

    // The protocol: what is the same in both eras, then each era, then who tells them apart.
    floor("mcp.stream", "json");
    floor("mcp.seal");
    floor(
        "mcp.call",
        "mcp.stream",
        "engine.outcome",
        "engine.bean",
        "engine.interaction",
        "interaction",
        "tool",
        "jsonrpc",
        "config",
        "log",
        "json");
    floor(
        "mcp.method",
        "mcp.call",
        "engine.outcome",
        "engine.bean",
        "engine.schema",
        "engine.tool",
        "engine.prompt",
        "engine.resource",
        "engine.completion",
        "content",
        "tool",
        "prompt",
        "completion",
        "jsonrpc",
        "json");
    floor(
        "mcp.modern.round",
        "mcp.call",
        "mcp.seal",
        "engine.interaction",
        "interaction",
        "cluster",
        "database",
        "config",
        "log",
        "json");
    floor(
        "mcp.modern.task",
        "mcp.method",
        "mcp.call",
        "mcp.seal",
        "cluster",
        "database",
        "engine.interaction",
        "engine.tool",
        "interaction",
        "tool",
        "jsonrpc",
        "config",
        "log",
        "json");
    floor(
        "mcp.modern",
        "mcp.modern.round",
        "mcp.modern.task",
        "mcp.method",
        "mcp.call",
        "mcp.stream",
        "cluster",
        "engine.bean",
        "engine.interaction",
        "engine.schema",
        "engine.tool",
        "interaction",
        "jsonrpc",
        "config",
        "json");
    floor(
        "mcp.legacy.directory",
        "mcp.call",
        "mcp.seal",
        "cluster",
        "database",
        "engine.interaction",
        "interaction",
        "json");
    floor("mcp.legacy.relay", "mcp.legacy.directory", "mcp.stream", "jsonrpc", "json");
    floor(
        "mcp.legacy",
        "mcp.legacy.directory",
        "mcp.legacy.relay",
        "mcp.method",
        "mcp.call",
        "mcp.stream",
        "cluster",
        "engine.bean",
        "engine.schema",
        "engine.tool",
        "engine.interaction",
        "config",
        "log",
        "interaction",
        "jsonrpc",
        "json");
    floor(
        "mcp",
        "mcp.modern",
        "mcp.legacy",
        "mcp.method",
        "mcp.call",
        "mcp.stream",
        "cluster",
        "tool",
        "prompt",
        "resource",
        "jsonrpc",
        "config");

    // Who may call.
    floor("security.jwks", "outbound");
    floor("security.token", "security.jwks", "outbound", "config", "log", "json");
    floor("security.caller", "security.token", "security");
    floor(
        "security.scope",
        "platform",
        "security.caller",
        "security",
        "tool",
        "prompt",
        "resource",
        "engine.bean",
        "engine.tool",
        "engine.prompt",
        "engine.resource",
        "engine.completion",
        "config");
    floor(
        "security.challenge",
        "security.scope",
        "security.caller",
        "security.token",
        "security.jwks",
        "security",
        "request",
        "audit",
        "config",
        "log",
        "json");

    floor(
        "security.container",
        "platform",
        "request",
        "security.challenge",
        "security.caller",
        "security.token",
        "config");

    // What operators have.
    floor("limits", "cluster", "engine.bean", "config", "json");
    floor(
        "switches",
        "engine.bean",
        "engine.tool",
        "engine.prompt",
        "engine.resource",
        "tool",
        "prompt",
        "resource",
        "config");
    floor(
        "telemetry",
        "platform",
        "mcp.method",
        "mcp.call",
        "engine.bean",
        "engine.tool",
        "engine.prompt",
        "engine.resource",
        "audit",
        "jsonrpc");
    floor(
        "diagnostics",
        "platform",
        "database",
        "outbound",
        "security.challenge",
        "security.scope",
        "security.token",
        "security.jwks",
        "engine.tool",
        "config",
        "log",
        "json");
    floor(
        "health",
        "platform",
        "database",
        "diagnostics",
        "security.token",
        "security.jwks",
        "engine.tool");

    // HTTP.
    floor("http.stream", "mcp", "mcp.stream", "platform", "config", "log");
    floor(
        "http",
        "http.stream",
        "platform",
        "mcp",
        "mcp.call",
        "mcp.stream",
        "engine.bean",
        "security",
        "security.caller",
        "security.scope",
        "security.challenge",
        "limits",
        "switches",
        "telemetry",
        "request",
        "audit",
        "jsonrpc",
        "config",
        "log",
        "json");
    floor(
        "http.listen",
        "http",
        "http.stream",
        "mcp",
        "mcp.call",
        "request",
        "security.caller",
        "security.challenge");
    floor(
        "http.filter",
        "http",
        "diagnostics",
        "limits",
        "security",
        "security.challenge",
        "request",
        "audit",
        "jsonrpc",
        "config",
        "log",
        "json");
    floor(
        "http.admin",
        "http",
        "diagnostics",
        "request",
        "security",
        "security.challenge",
        "config",
        "json");
    floor(
        "landing",
        "diagnostics",
        "security.scope",
        "security.token",
        "security.jwks",
        "engine.tool",
        "request",
        "config",
        "json");
    floor(
        "http.start",
        "http",
        "http.admin",
        "http.filter",
        "http.listen",
        "http.stream",
        "request",
        "platform",
        "database",
        "cluster",
        "landing",
        "mcp",
        "security.challenge",
        "limits",
        "switches",
        "telemetry",
        "audit",
        "log");

    // The example, which knows what any author knows, and the database of the house.
    floor("example.todo", "tool", "security", "database");
  }

  // Rooms that hold rooms only, and a sentence.
  static {
    floor("engine");
    floor("example");
  }

  private static void floor(String room, String... below) {
    MAY_USE.put(room, Set.of(below));
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void every_arrow_between_packages_is_in_the_map() {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      Set<String> allowed = MAY_USE.getOrDefault(room(type), Set.of());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(BASE + "."))
          .map(ArchitectureTest::room)
          .filter(target -> !target.equals(room(type)) && !allowed.contains(target))
          .forEach(target -> foreign.add(room(type) + " -> " + target));
    }
    assertThat(foreign).isEmpty();
  }

  @Test
  void every_arrow_in_the_map_is_used_and_points_down() {
    Set<String> used = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> room(dependency.getTargetClass().getBaseComponentType()))
          .forEach(target -> used.add(room(type) + " -> " + target));
    }
    Set<String> idle = new TreeSet<>();
    MAY_USE.forEach((room, below) -> below.forEach(target -> idle.add(room + " -> " + target)));
    idle.removeAll(used);
    assertThat(idle).isEmpty();
  }

  @Test
  void every_package_is_in_the_map() {
    Set<String> packages = CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
    packages.remove("");
    assertThat(packages).isEqualTo(MAY_USE.keySet());
  }

  @Test
  void no_cycle_at_any_depth() {
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void no_folder_holds_more_than_one_can_look_through() {
    // The schema's types are four families, each with its own names.
    Map<String, Long> sizes =
        CLASSES.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(groupingBy(ArchitectureTest::room, counting()));
    sizes.remove("engine.schema");
    assertThat(sizes)
        .allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(MANY));
  }

  @Test
  void only_the_dispatcher_knows_the_legacy_era() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAPackage(BASE + ".mcp.legacy..").or(name(BASE + ".mcp.McpDispatcher"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".mcp.legacy..")
        .check(CLASSES);
  }

  @Test
  void only_the_door_knows_jax_rs_and_who_reads_the_resources_of_others() {
    noOthersKnow(
        "jakarta.ws.rs..",
        "http..",
        "landing..",
        "request..",
        "security.challenge..",
        "engine.rest");
  }

  @Test
  void nobody_has_the_provider_of_json_looked_for_at_each_call() {
    noClasses()
        .that(DescribedPredicate.not(resideInAPackage(BASE + ".json")))
        .should()
        .dependOnClassesThat(name("jakarta.json.Json").or(name("jakarta.json.spi.JsonProvider")))
        .check(CLASSES);
    noClasses().should().callMethod(JsonStructure.class, "getValue", String.class).check(CLASSES);
  }

  @Test
  void only_security_knows_tokens() {
    noOthersKnow("org.jose4j..", "security..");
    noOthersKnow("org.eclipse.microprofile.jwt..", "security..");
  }

  @Test
  void only_health_knows_the_health_api_that_some_servers_lack() {
    noOthersKnow("org.eclipse.microprofile.health..", "health..");
  }

  @Test
  void only_telemetry_knows_the_telemetry_api_that_some_servers_lack() {
    noOthersKnow("io.opentelemetry..", "telemetry..");
  }

  private void noOthersKnow(String foreign, String... rooms) {
    String[] own = Arrays.stream(rooms).map(room -> BASE + "." + room).toArray(String[]::new);
    noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(own)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(foreign)
        .check(CLASSES);
  }

  @Test
  void of_ejbs_which_some_servers_lack_only_an_annotation_is_known() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("jakarta.ejb..")
                .and(DescribedPredicate.not(name("jakarta.ejb.ApplicationException"))))
        .check(CLASSES);
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
        .check(CLASSES);
  }

  private static String room(JavaClass type) {
    String rest = type.getPackageName();
    return rest.startsWith(BASE + ".") ? rest.substring(BASE.length() + 1) : "";
  }
}
