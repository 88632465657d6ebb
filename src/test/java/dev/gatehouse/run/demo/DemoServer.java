package dev.gatehouse.run.demo;

import dev.gatehouse.support.server.PayaraMicroOptions;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Payara Micro in a folder of its own, as server-config has it, with a WAR that can be changed. */
record DemoServer(Path folder, Path jar, Values values, Optional<Path> database) {
  private static final String DATA_SOURCE = "h2.asadmin";
  private static final String MAIN = "fish/payara/micro/PayaraMicro.class";

  static Path application(Path folder) {
    return folder.resolve("application").toAbsolutePath();
  }

  static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  /** The jar of Payara Micro on the class path of this program. */
  static Path jarOnClassPath() throws IOException, URISyntaxException {
    URL main = DemoServer.class.getClassLoader().getResource(MAIN);
    if (main == null || !(main.openConnection() instanceof JarURLConnection in)) {
      throw new IllegalStateException("fish.payara.extras:payara-micro is not on the class path");
    }
    return Path.of(in.getJarFileURL().toURI());
  }

  /** Starts it with this WAR. */
  ServerProcess start(Path war, Map<String, String> environment) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
    for (String file : PayaraMicroOptions.FILES) {
      Files.writeString(folder.resolve(file), values.applyTo(resource(file)));
    }
    if (database.isPresent()) {
      String commands =
          resource(DATA_SOURCE).replace("/var/lib/gatehouse/gatehouse", database.get().toString());
      Files.writeString(folder.resolve(DATA_SOURCE), commands);
    }
    ExplodedWar.unpack(war, application(folder));
    return ServerProcess.start(command(), environment, log(folder));
  }

  private List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-jar", jar.toString()));
    command.addAll(PayaraMicroOptions.of(folder.toAbsolutePath()));
    if (database.isPresent()) {
      command.addAll(
          List.of(
              "--postbootcommandfile", folder.resolve(DATA_SOURCE).toAbsolutePath().toString()));
    }
    command.addAll(List.of("--port", String.valueOf(values.port()), "--hotdeploy"));
    command.addAll(List.of("--deploy", application(folder).toString(), "--contextroot", "/"));
    return command;
  }

  static String resource(String name) throws IOException {
    try (InputStream text = DemoServer.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
