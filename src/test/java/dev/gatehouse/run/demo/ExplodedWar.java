package dev.gatehouse.run.demo;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A WAR as a directory, of which a running Payara Micro takes changes. */
record ExplodedWar(Path directory) {

  static ExplodedWar unpack(Path war, Path directory) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(war)) {
      copy(zip.getPath("/"), directory);
    }
    return new ExplodedWar(directory);
  }

  /** Makes WEB-INF/classes the same as the folder, and has the server load it. */
  void replaceClasses(Path classes) throws IOException {
    Path served = directory.resolve("WEB-INF/classes");
    copy(classes, served);
    for (Path file : filesOf(served)) {
      if (!Files.exists(classes.resolve(served.relativize(file)))) {
        Files.delete(file);
      }
    }
    // What the server looks at, by its time.
    Files.writeString(directory.resolve(".reload"), "");
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : filesOf(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
