package dev.gatehouse.support.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One command in one directory, bounded in time, its whole process tree gone when it has ended. */
record ProcessRun(List<String> command, Path directory, Map<String, String> env, Duration limit) {

  /**
   * Answers what the command printed on both streams.
   *
   * @throws AssertionError with that output, when the command fails or does not end in time
   */
  String output() {
    try {
      var printed = Files.createTempFile("gatehouse-client", ".log");
      try {
        return outputThrough(printed);
      } finally {
        Files.deleteIfExists(printed);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot run " + command, failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while running " + command, interruption);
    }
  }

  private String outputThrough(Path printed) throws IOException, InterruptedException {
    var process = start(printed);
    try {
      var ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      var output = Files.readString(printed, StandardCharsets.UTF_8);
      if (!ended) {
        throw new AssertionError(command + " did not end within " + limit + ":\n" + output);
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(command + " ended with " + process.exitValue() + ":\n" + output);
      }
      return output;
    } finally {
      kill(process);
    }
  }

  private Process start(Path printed) throws IOException {
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(env);
    builder.redirectErrorStream(true).redirectOutput(printed.toFile());
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static void kill(Process process) {
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.toList().forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
  }
}
