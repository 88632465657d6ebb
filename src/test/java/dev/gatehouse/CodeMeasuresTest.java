package dev.gatehouse;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gatehouse.support.code.Knots;
import dev.gatehouse.support.code.SourceFile;
import dev.gatehouse.support.code.SourceScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How large the code is, in figures; run with {@code mvn test -Dtest=CodeMeasuresTest}, which
 * prints them with what is worst. Where a figure is past its goal, today's stands here, so that it
 * can only get better.
 */
class CodeMeasuresTest {
  private static final int WORST = 12;
  private static final Path CODE = Path.of("src/main/java");
  private static final StringBuilder TABLE = new StringBuilder("\nMeasures of " + CODE + "\n");

  private static List<SourceFile> files;

  @BeforeAll
  static void measure() throws IOException {
    files = SourceScanner.measure(CODE.toAbsolutePath());
  }

  @AfterAll
  static void print() {
    System.out.println(TABLE);
  }

  private static void tell(String figure, Object value, Stream<String> worst) {
    TABLE.append("%n%s: %s%n".formatted(figure, value));
    TABLE.append(worst.limit(WORST).map(line -> "  " + line + "\n").collect(joining()));
  }

  private static Stream<SourceFile> types() {
    return files.stream().filter(SourceFile::isType);
  }

  private static int rank(List<Integer> sizes, double part) {
    return sizes.stream().sorted().toList().get((int) Math.ceil(part * sizes.size()) - 1);
  }

  private static <T> Stream<T> worst(Stream<T> all, ToIntFunction<T> size) {
    return all.filter(one -> size.applyAsInt(one) > 0)
        .sorted(Comparator.comparingInt(size).reversed());
  }

  private static String name(SourceFile file) {
    return CODE.toAbsolutePath().relativize(file.path()).toString();
  }

  @Test
  void classes_are_short() {
    List<Integer> lines = types().map(SourceFile::lines).toList();
    int median = rank(lines, 0.5);
    int most = rank(lines, 0.9);
    tell(
        "Lines of a class, median and p90",
        median + ", " + most,
        worst(types(), SourceFile::lines).map(file -> file.lines() + " " + name(file)));
    assertThat(median).as("median of the lines of a class; the goal is 50").isLessThanOrEqualTo(53);
    assertThat(most).as("p90 of the lines of a class").isLessThanOrEqualTo(110);
  }

  @Test
  void methods_are_short() {
    List<SourceFile.Method> methods = types().flatMap(file -> file.methods().stream()).toList();
    int most = rank(methods.stream().map(SourceFile.Method::lines).toList(), 0.9);
    tell(
        "Lines of a method, p90",
        most,
        worst(methods.stream(), SourceFile.Method::lines)
            .map(method -> method.lines() + " " + method.name()));
    assertThat(most).as("p90 of the lines of a method; the goal is 12").isLessThanOrEqualTo(13);
  }

  @Test
  void most_types_are_for_their_package_only() {
    List<SourceFile.Type> named = types().flatMap(file -> file.types().stream()).toList();
    long open = named.stream().filter(SourceFile.Type::isPublic).count();
    double percent = 100.0 * open / named.size();
    tell(
        "Public types",
        "%d of %d, %.1f %%".formatted(open, named.size(), percent),
        worst(folders(SourceFile.Type::isPublic), Folder::types).map(Folder::toString));
    assertThat(percent).as("public types, %; the goal is 40").isLessThanOrEqualTo(55.7);
  }

  private record Folder(String name, int types) {
    @Override
    public String toString() {
      return types + " " + name;
    }
  }

  private static Stream<Folder> folders(Predicate<SourceFile.Type> wanted) {
    return types()
        .collect(groupingBy(file -> CODE.toAbsolutePath().relativize(file.folder()).toString()))
        .entrySet()
        .stream()
        .map(
            folder ->
                new Folder(
                    folder.getKey(),
                    (int)
                        folder.getValue().stream()
                            .flatMap(file -> file.types().stream())
                            .filter(wanted)
                            .count()));
  }

  @Test
  void null_is_rare() {
    int lines = files.stream().mapToInt(SourceFile::lines).sum();
    int tests = files.stream().mapToInt(SourceFile::nullTests).sum();
    double rate = 1000.0 * tests / lines;
    tell(
        "Null tests",
        "%d in %d lines, %.2f per 1000".formatted(tests, lines, rate),
        worst(files.stream(), SourceFile::nullTests)
            .map(file -> file.nullTests() + " " + name(file)));
    assertThat(rate).as("null tests per 1000 lines; the goal is 2").isLessThanOrEqualTo(2.8);
  }

  @Test
  void folders_can_be_looked_through() {
    Stream<String> largest =
        types()
            .collect(groupingBy(file -> name(file).replaceAll("/[^/]+$", ""), counting()))
            .entrySet()
            .stream()
            .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
            .map(folder -> folder.getValue() + " " + folder.getKey());
    tell("Files of a folder (ArchitectureTest holds them to their number)", "", largest);
  }

  @Test
  void classes_are_in_no_knots() {
    List<List<String>> knots =
        Knots.of(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.gatehouse"));
    tell("Knots of classes", knots.size(), knots.stream().map(knot -> String.join(", ", knot)));
    assertThat(knots)
        .as("knots of classes; the goal is none but a few pairs")
        .hasSizeLessThanOrEqualTo(10)
        .allSatisfy(knot -> assertThat(knot).hasSizeLessThanOrEqualTo(6));
  }
}
