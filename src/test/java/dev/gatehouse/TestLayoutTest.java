package dev.gatehouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Deployed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.junit.jupiter.api.Test;

/** Where tests live, and which of them may run at the same time. */
class TestLayoutTest {
  private static final String BASE = "dev.gatehouse";
  private static final String CODE = "java/dev/gatehouse";

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages(BASE);

  private static List<String> packages(String tree) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src", tree, CODE))) {
      return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void what_does_not_mirror_main_is_in_it_or_support_or_run_or_for_the_tests_of_authors()
      throws IOException {
    Set<String> more = new TreeSet<>(packages("test"));
    packages("main").forEach(more::remove);
    assertThat(more).containsExactly("it", "run", "support", "testing");
  }

  @Test
  void integration_tests_are_in_it() {
    classes()
        .that()
        .haveSimpleNameEndingWith("IT")
        .should()
        .resideInAPackage(BASE + ".it..")
        .check(TESTS);
  }

  @Test
  void what_tests_share_knows_none_of_them() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".support..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BASE + ".it..", BASE + ".run..")
        .check(TESTS);
  }

  @Test
  void what_authors_test_with_stands_by_itself() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".testing")
        .and()
        .haveNameNotMatching(".*Test([$].*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BASE + ".it..", BASE + ".run..", BASE + ".support..", "org.assertj..", "org.jboss..")
        .check(TESTS);
  }

  @Test
  void what_arquillian_deploys_is_tested_one_by_one() {
    methods()
        .that()
        .areAnnotatedWith(Deployment.class)
        .should()
        .beDeclaredInClassesThat()
        .areAnnotatedWith(Deployed.class)
        .check(TESTS);
  }

  @Test
  void tests_with_servers_of_their_own_leave_the_issuer_of_the_other_one_alone() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".it..")
        .and()
        .haveSimpleNameEndingWith("IT")
        .and()
        .areNotAnnotatedWith(Deployed.class)
        .should()
        .callMethod(Gatehouse.class, "issuer")
        .orShould()
        .callMethod(Gatehouse.class, "token")
        .check(TESTS);
  }
}
