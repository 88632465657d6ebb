package dev.gatehouse.engine.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every mapping file that an application sees, in its own classes and in its jars. */
final class MappingFiles {
  static final String NAME = "META-INF/gatehouse-tools.json";

  private MappingFiles() {}

  // Where class loaders ask each other, they may tell of a file twice.
  static List<MappingFile> of(List<ClassLoader> loaders) {
    Map<String, URL> byName = new TreeMap<>();
    loaders.stream()
        .flatMap(loader -> loader.resources(NAME))
        .forEach(url -> byName.put(url.toString(), url));
    return byName.values().stream().map(MappingFiles::read).toList();
  }

  private static MappingFile read(URL url) {
    String place = NAME + " in " + archive(url);
    try {
      URLConnection connection = url.openConnection();
      // A cached jar would be held open, and be the old one after a redeployment.
      connection.setUseCaches(false);
      try (InputStream file = connection.getInputStream()) {
        return MappingFile.parse(place, file.readNBytes(MappingFile.MOST_BYTES + 1));
      }
    } catch (IOException e) {
      return new MappingFile(List.of(), List.of(place + ": can't be read"));
    }
  }

  /** The name of the jar, or of the folder with classes. */
  private static String archive(URL url) {
    String[] steps = url.toString().replace("!/", "/").split("/");
    return steps.length > 2 ? steps[steps.length - 3] : url.toString();
  }
}
