package dev.gatehouse.support.tools;

import java.io.File;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR with the library in it as Maven puts it there, and nothing else. */
public final class LibraryWar {
  private static final String LIBRARIES =
      "(jose4j|slf4j-api|httpclient5|httpcore5|httpcore5-h2)-\\d.*\\.jar";

  private LibraryWar() {}

  /** One of this name. */
  public static WebArchive named(String name) {
    String tested = System.getProperty("test.war");
    return with(new File(tested.replaceFirst("\\.war$", "-library.jar")), name);
  }

  /** One with the library in this file. */
  public static WebArchive with(File library, String name) {
    WebArchive war = ShrinkWrap.create(WebArchive.class, name).addAsLibrary(library);
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.getName().matches(LIBRARIES))
        .forEach(war::addAsLibrary);
    return war;
  }
}
