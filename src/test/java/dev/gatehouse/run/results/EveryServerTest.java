package dev.gatehouse.run.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a script where Maven would be, since the order of processes is what is at stake. */
@Timeout(120)
class EveryServerTest {
  @TempDir Path directory;
  private Path output;
  private Process run;

  // Each says its process, and ends with the status in the file of its server when there is one.
  @BeforeEach
  void start() throws IOException {
    Path maven = Files.createDirectories(directory.resolve("maven/bin")).resolve("mvn");
    Files.writeString(
        maven,
        """
        #!/bin/sh
        for word in "$@"; do case $word in -P*) server=${word#-P};; esac; done
        echo "is $$"
        until [ -e "%s/$server.end" ]; do sleep 0.1; done
        exit $(cat "%1$s/$server.end")
        """
            .formatted(directory));
    maven.toFile().setExecutable(true);
    output = directory.resolve("output");
    run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-Dmaven.home=" + directory.resolve("maven"),
                EveryServer.class.getName(),
                Files.createFile(directory.resolve("war")).toString(),
                directory.toString(),
                directory.toString(),
                "false",
                "first",
                "second",
                "third",
                "fourth")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  @AfterEach
  void stop() {
    run.descendants().forEach(ProcessHandle::destroyForcibly);
    run.destroyForcibly();
  }

  private void end(String server, int status) throws IOException {
    Files.writeString(directory.resolve(server + ".new"), String.valueOf(status));
    Files.move(directory.resolve(server + ".new"), directory.resolve(server + ".end"));
  }

  private String await(String text) throws Exception {
    while (run.isAlive() && !Files.readString(output).contains(text)) {
      Thread.sleep(50);
    }
    assertThat(Files.readString(output)).contains(text);
    return Files.readString(output);
  }

  @Test
  void two_servers_are_tested_at_the_same_time_and_who_failed_is_named() throws Exception {
    await("first | is ");
    assertThat(await("second | is ")).doesNotContain("third");
    end("first", 1);
    assertThat(await("third | is ")).doesNotContain("fourth");
    end("second", 0);
    await("fourth | is ");
    end("third", 0);
    end("fourth", 0);
    assertThat(run.waitFor()).isEqualTo(1);
    assertThat(Files.readString(output)).contains("Failed on first\n");
  }

  @Test
  void all_end_when_whoever_waits_for_them_is_gone() throws Exception {
    await("first | is ");
    await("second | is ");
    List<ProcessHandle> all = run.children().toList();
    assertThat(all).hasSize(2);
    run.getOutputStream().close();
    for (ProcessHandle maven : all) {
      maven.onExit().get(1, TimeUnit.MINUTES);
    }
    assertThat(run.waitFor()).isEqualTo(1);
  }
}
