package dev.gatehouse.run.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What servers are called, with their versions, as the poms have it. */
public final class Titles {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private Titles() {}

  /** Of a server that is a profile, or the properties above all profiles. */
  public static String ofServer(String name) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String profile = "<id>" + name + "</id>\n      <properties>";
    int at = pom.indexOf(profile);
    return element(pom.substring(Math.max(0, at)), "server.title");
  }

  /** Of a project. */
  public static String ofProject(Path pom) throws IOException {
    return element(Files.readString(pom), "name");
  }

  /** The first one, with other elements of the text in place of what stands for them. */
  public static String element(String xml, String name) {
    Matcher found =
        Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(Pattern.quote(name))).matcher(xml);
    if (!found.find()) {
      throw new IllegalArgumentException("There is no " + name);
    }
    return PROPERTY
        .matcher(found.group(1))
        .replaceAll(use -> Matcher.quoteReplacement(element(xml, use.group(1))));
  }
}
