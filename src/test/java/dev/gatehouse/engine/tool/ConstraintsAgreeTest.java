package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gatehouse.engine.interaction.Exchange;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every constraint of Jakarta Validation at every place where one can stand: the schema and the
 * call say the same about each value.
 */
class ConstraintsAgreeTest {
  private static final List<Constraint> CONSTRAINTS =
      List.of(
          new Constraint("@AssertTrue", "Boolean", "true", "false"),
          new Constraint("@AssertFalse", "Boolean", "true", "false"),
          new Constraint("@Min(2)", "Integer", "1", "2", "3"),
          new Constraint("@Max(2)", "Long", "1", "2", "3"),
          new Constraint(
              "@Min(1) @Positive @Max(5) @Digits(integer=2,fraction=0)",
              "Integer",
              "0",
              "1",
              "6",
              "100"),
          new Constraint("@DecimalMin(\"1.5\")", "BigDecimal", "1.4", "1.5", "2"),
          new Constraint("@DecimalMin(value=\"1.5\",inclusive=false)", "Double", "1.5", "1.6"),
          new Constraint("@DecimalMax(\"1.5\")", "BigDecimal", "1.4", "1.5", "2"),
          new Constraint("@DecimalMax(value=\"1.5\",inclusive=false)", "Double", "1.4", "1.5"),
          new Constraint(
              "@Digits(integer=2,fraction=1)",
              "BigDecimal",
              "1",
              "99.9",
              "100",
              "-100",
              "-99",
              "0.15"),
          new Constraint("@Positive", "Integer", "-1", "0", "1"),
          new Constraint("@PositiveOrZero", "Integer", "-1", "0", "1"),
          new Constraint("@Negative", "Integer", "-1", "0", "1"),
          new Constraint("@NegativeOrZero", "Integer", "-1", "0", "1"),
          new Constraint("@Size(min=2,max=3)", "String", "'a'", "'ab'", "'abc'", "'abcd'"),
          new Constraint("@Size(min=1,max=2)", "List<String>", "[]", "['a']", "['a','b','c']"),
          new Constraint("@Size(max=1)", "Map<String,Integer>", "{}", "{'a':1}", "{'a':1,'b':2}"),
          new Constraint("@NotEmpty", "String", "''", "' '", "'a'"),
          new Constraint("@NotEmpty", "List<Integer>", "[]", "[1]"),
          new Constraint("@NotBlank", "String", "''", "' '", "'\\t\\n'", "'a'", "' a '"),
          new Constraint("@NotBlank @Size(max=2)", "String", "''", "'  '", "'a'", "'abc'"),
          new Constraint("@NotNull", "String", "'a'", "''"),
          new Constraint("@Pattern(regexp=\"[a-c]+\")", "String", "''", "'abc'", "'xabc'", "'abd'"),
          new Constraint("@Email", "String", "'a@example.com'", "'a'"),
          new Constraint("@Past", "LocalDate", "'2000-01-01'"),
          new Constraint("@PastOrPresent", "Instant", "'2000-01-01T00:00:00Z'"),
          new Constraint("@Future", "LocalDate", "'2999-01-01'"),
          new Constraint("@FutureOrPresent", "Instant", "'2999-01-01T00:00:00Z'"));

  private static final List<Place> PLACES =
      List.of(
          new Place("parameter", "%s %s", "{'v':%s}"),
          new Place("optional", "Optional<%s %s>", "{'v':%s}"),
          new Place("list", "List<%s %s>", "{'v':[%s]}"),
          new Place("map", "Map<String, %s %s>", "{'v':{'k':%s}}"),
          new Place("lists", "Map<String, List<%s %s>>", "{'v':{'k':[%s]}}"),
          new Place("component", "@Valid Types_.One", "{'v':{'f':%s}}"),
          new Place("nested", "@Valid Types_.Two", "{'v':{'one':{'f':%s}}}"),
          new Place("records", "List<Types_.@Valid One>", "{'v':[{'f':%s}]}"),
          new Place("components", "@Valid Types_.Many", "{'v':{'f':[%s]}}"),
          new Place("perhaps", "@Valid Types_.Perhaps", "{'v':{'f':%s}}"),
          new Place("field", "@Valid Field", "{'v':{'f':%s}}"),
          new Place("getter", "@Valid Getter", "{'v':{'f':%s}}"),
          new Place("above", "@Valid Below", "{'v':{'f':%s}}"),
          new Place("beans", "List<@Valid Getter>", "{'v':[{'f':%s}]}"),
          new Place("inherited", "", "{'v':%s}"),
          new Place("implemented", "", "{'v':%s}"),
          new Place("generic", "", "{'v':%s}"));

  // What CDI calls besides the bean itself: a proxy, a subclass with interceptors, or both.
  private static final List<String> SHAPES =
      List.of(
          "@ApplicationScoped",
          "@RequestScoped",
          "@Dependent @Watched",
          "@ApplicationScoped @Watched");

  private static final List<Bean> BEANS =
      Stream.concat(
              CONSTRAINTS.stream().map(constraint -> new Bean(constraint, "@Dependent")),
              SHAPES.stream()
                  .flatMap(
                      shape ->
                          CONSTRAINTS.stream()
                              .filter(Constraint::isOfAllShapes)
                              .map(constraint -> new Bean(constraint, shape))))
          .toList();

  @TempDir static Path folder;

  private static WeldContainer container;
  private static ToolRegistry tools;
  private static URLClassLoader loader;

  record Constraint(String annotation, String type, String... values) {
    boolean isOfAllShapes() {
      return annotation.startsWith("@Size") || annotation.equals("@Min(2)");
    }

    String in(String pattern) {
      return pattern.formatted(annotation, type);
    }
  }

  record Bean(Constraint constraint, String shape) {}

  record Place(String name, String declaration, String arguments) {}

  // Public, since proxies are in another package.
  private static String types(int number, Bean bean) {
    return bean.constraint()
        .in(
            """
            import jakarta.validation.Valid;
            import jakarta.validation.constraints.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            public class Types_ {
              public record One(%1$s %2$s f) {}
              public record Two(@Valid @NotNull One one) {}
              public record Many(List<%1$s %2$s> f) {}
              public record Perhaps(Optional<%1$s %2$s> f) {}
              public abstract static class Above {
                public abstract String inherited(%1$s %2$s v);
              }
              public interface Promise { String implemented(%1$s %2$s v); }
              public interface Any<T> { String generic(@NotNull T v); }
            }
            """)
        .replace("_", String.valueOf(number));
  }

  private static String source(int number, Bean bean) {
    Constraint constraint = bean.constraint();
    StringBuilder methods = new StringBuilder();
    for (Place place : PLACES) {
      String declared = place.declaration();
      String own = declared.contains("%s") ? constraint.in(declared) : declared;
      methods.append(
          "  @Tool(name = \"%s%d\", description = \"d\") public String %s(%s v) { return \"ran\"; }\n"
              .formatted(
                  place.name(), number, place.name(), own.isEmpty() ? constraint.type() : own));
    }
    if (constraint.type().equals("String")) {
      methods.append(
          "  @Tool(name = \"key%d\", description = \"d\") public String key(Map<%s, String> v) { return \"ran\"; }\n"
              .formatted(number, constraint.in("%s %s")));
    }
    return constraint
        .in(
            """
            import dev.gatehouse.engine.tool.Watched;
            import dev.gatehouse.tool.Tool;
            import jakarta.enterprise.context.*;
            import jakarta.validation.Valid;
            import jakarta.validation.constraints.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            %3$s
            public class Tools_ extends Types_.Above implements Types_.Promise, Types_.Any<%2$s> {
              public static class Field {
                private %1$s %2$s f;
                public %2$s getF() { return f; }
                public void setF(%2$s f) { this.f = f; }
              }
              public static class Getter {
                private %2$s f;
                %1$s public %2$s getF() { return f; }
                public void setF(%2$s f) { this.f = f; }
              }
              public static class Below extends Getter {}
            """
                .replace("%3$s", bean.shape()))
        .concat(methods + "}\n")
        .replace("_", String.valueOf(number));
  }

  @BeforeAll
  static void start() throws Exception {
    List<String> options = new ArrayList<>(List.of("-parameters", "-d", folder.toString()));
    for (int i = 0; i < BEANS.size(); i++) {
      options.add(write("Types" + i + ".java", types(i, BEANS.get(i))));
      options.add(write("Tools" + i + ".java", source(i, BEANS.get(i))));
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, options.toArray(String[]::new))).isZero();
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    Weld weld =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(ToolRegistry.class, ResultWriter.class)
            .addExtensions(new ToolExtension());
    weld.addInterceptor(Watched.Watcher.class).addBeanClass(Watched.Watcher.class);
    for (int i = 0; i < BEANS.size(); i++) {
      weld.addBeanClass(loader.loadClass("Tools" + i));
    }
    container = weld.initialize();
    assertThat(container.select(ToolExtension.class).get().problems()).isEmpty();
    tools = container.select(ToolRegistry.class).get();
    container.select(RequestContextController.class).get().activate();
  }

  private static String write(String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name), source).toString();
  }

  @AfterAll
  static void stop() throws Exception {
    container.close();
    loader.close();
  }

  static Stream<Object[]> cases() {
    List<Object[]> cases = new ArrayList<>();
    for (int i = 0; i < BEANS.size(); i++) {
      Constraint constraint = BEANS.get(i).constraint();
      for (Place place : PLACES) {
        for (String value : constraint.values()) {
          cases.add(
              new Object[] {place.name() + i, place.arguments().formatted(value), constraint});
        }
        cases.add(new Object[] {place.name() + i, "{}", constraint});
        cases.add(new Object[] {place.name() + i, "{'v':{}}", constraint});
      }
      if (constraint.type().equals("String")) {
        for (String value : constraint.values()) {
          cases.add(new Object[] {"key" + i, "{'v':{" + value + ":'x'}}", constraint});
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} {2} {1}")
  @MethodSource("cases")
  void the_schema_and_the_call_agree(String name, String text, Constraint constraint) {
    ToolDefinition tool = tools.find(name).orElseThrow();
    JsonObject arguments = json(text.replace('\'', '"'));
    boolean fits = fits(tool.arguments().schema(), arguments);
    assertThat(tools.call(tool, arguments, Exchange.none()).isError())
        .as("%s: %s", tool.arguments().schema(), text)
        .isEqualTo(!fits);
  }

  @ParameterizedTest
  @CsvSource({"@Past,2999-01-01", "@Future,2000-01-01"})
  void what_a_schema_cannot_say_is_checked_all_the_same(String annotation, String value) {
    int number = CONSTRAINTS.stream().map(Constraint::annotation).toList().indexOf(annotation);
    ToolDefinition tool = tools.find("optional" + number).orElseThrow();
    JsonObject arguments = Json.createObjectBuilder().add("v", value).build();
    assertThat(tools.call(tool, arguments, Exchange.none()).isError()).isTrue();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static boolean fits(JsonObject schema, JsonObject value) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema.toString())
        .validate(
            value.toString(),
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .isEmpty();
  }
}
