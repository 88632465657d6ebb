package dev.gatehouse.run.bench;

import static dev.gatehouse.run.bench.Figure.number;

import dev.gatehouse.support.server.ServerProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** JMH on the inner parts: what is in src/bench/inner, in the packages of what it measures. */
final class Inner {
  private static final Path SOURCES = Path.of("src", "bench", "inner");
  private static final Path CLASSES = Path.of("target", "bench", "inner");
  private static final Path RESULT = CLASSES.resolve("result.json");

  private Inner() {}

  /** The rows of a table. */
  static List<String> run(double seconds) throws IOException, InterruptedException {
    compile();
    Files.deleteIfExists(RESULT);
    try (ServerProcess process =
        ServerProcess.start(command(seconds), Map.of(), CLASSES.resolve("jmh.log"))) {
      process.await();
      if (!Files.exists(RESULT)) {
        throw new IOException(process.output());
      }
    }
    return rows();
  }

  private static String classPath() {
    return CLASSES + File.pathSeparator + System.getProperty("java.class.path");
  }

  private static void compile() throws IOException {
    Files.createDirectories(CLASSES);
    List<String> arguments =
        new ArrayList<>(
            List.of("-parameters", "-d", CLASSES.toString(), "-classpath", classPath()));
    arguments.addAll(
        List.of("-processor", "org.openjdk.jmh.generators.BenchmarkProcessor", "-nowarn"));
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(System.in, System.out, System.err, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IOException(SOURCES + " does not compile");
    }
  }

  // The time of an iteration, of which there are five to warm up and five that count.
  private static List<String> command(double seconds) {
    String iteration = Math.max(100, Math.round(200 * seconds)) + "ms";
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath(),
        "org.openjdk.jmh.Main",
        "-bm",
        "avgt",
        "-tu",
        "ns",
        "-f",
        "1",
        "-wi",
        "5",
        "-w",
        iteration,
        "-i",
        "5",
        "-r",
        iteration,
        "-prof",
        "gc",
        "-rf",
        "json",
        "-rff",
        RESULT.toString());
  }

  private static List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>(List.of("| | ns | ± | bytes |", "|---|---:|---:|---:|"));
    try (InputStream file = Files.newInputStream(RESULT);
        JsonReader reader = Json.createReader(file)) {
      for (JsonObject one : reader.readArray().getValuesAs(JsonObject.class)) {
        JsonObject time = one.getJsonObject("primaryMetric");
        JsonObject bytes =
            one.getJsonObject("secondaryMetrics").getJsonObject("gc.alloc.rate.norm");
        rows.add(
            "| `%s` | %s | %s | %s |"
                .formatted(
                    one.getString("benchmark").replaceFirst("^dev[.]gatehouse[.]", ""),
                    rounded(time, "score"),
                    rounded(time, "scoreError"),
                    rounded(bytes, "score")));
      }
    }
    return rows;
  }

  // JMH writes "NaN" as text.
  private static String rounded(JsonObject metric, String member) {
    return number(Double.parseDouble(metric.get(member).toString().replace("\"", "")), 0);
  }
}
