package dev.gatehouse.run.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One target under Jazzer, which steers by the coverage that an input reaches. Keeps what it
 * learned in the directory, and goes on from there the next time.
 *
 * @see <a href="https://github.com/CodeIntelligenceTesting/jazzer">Jazzer</a>
 */
public final class Jazzing {
  private static final String NAME = System.getProperty("fuzz.target", "codec");
  private static FuzzTarget target;

  private Jazzing() {}

  /** Takes the number of inputs, the seed and the directory. */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createDirectories(Path.of(args[2], NAME));
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    FuzzTarget described = Targets.ALL.get(NAME).call();
    List<byte[]> seeds = FuzzTarget.bytes(described.seeds());
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(corpus.resolve("seed-" + i), seeds.get(i));
    }
    String[] jazzer = {
      "--target_class=" + Jazzing.class.getName(),
      "--instrumentation_includes=dev.gatehouse.**:org.eclipse.parsson.**:org.jose4j.**",
      "--custom_hook_includes=dev.gatehouse.**",
      // Keys are read from a server on this machine; the target counts the requests itself.
      "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
      "--reproducer_path=" + directory,
      "-artifact_prefix=" + directory + "/",
      "-dict=" + dictionary(directory, described),
      "-runs=" + args[0],
      "-seed=" + args[1],
      "-max_len=20000",
      "-print_final_stats=1",
      "-verbosity=0",
      corpus.toString()
    };
    // Only the profile that starts this has Jazzer.
    Class.forName("com.code_intelligence.jazzer.Jazzer")
        .getMethod("main", String[].class)
        .invoke(null, (Object) jazzer);
  }

  private static Path dictionary(Path directory, FuzzTarget target) throws IOException {
    return Files.writeString(
        directory.resolve("words"),
        FuzzTarget.bytes(target.words()).stream()
            .map(Jazzing::entry)
            .collect(Collectors.joining("\n")),
        StandardCharsets.US_ASCII);
  }

  private static String entry(byte[] word) {
    StringBuilder entry = new StringBuilder("\"");
    for (byte b : word) {
      entry.append(String.format("\\x%02X", b));
    }
    return entry.append('"').toString();
  }

  /** Called by Jazzer, once. */
  public static void fuzzerInitialize() throws Exception {
    target = Targets.ALL.get(NAME).call();
  }

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.check(input);
  }
}
