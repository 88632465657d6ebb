package dev.gatehouse.it.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages for authors, and their blocks of code, in order. */
record GuidePage(List<Block> blocks) {
  private static final Pattern FENCED =
      Pattern.compile("^```(\\S.*?)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern DECLARED =
      Pattern.compile(
          "^ *@(Tool|Prompt|Resource|ResourceTemplate|Complete[A-Za-z]+)\\(", Pattern.MULTILINE);

  /** The guide and the reference, and what the README shows of them. */
  static GuidePage read() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (String file : List.of("docs/write-a-tool.md", "docs/reference.md", "README.md")) {
      blocks.addAll(read(file).blocks());
    }
    return new GuidePage(List.copyOf(blocks));
  }

  private static GuidePage read(String file) throws IOException {
    return parse(file, Files.readString(Path.of(file)));
  }

  static GuidePage parse(String file, String page) {
    List<Block> blocks = new ArrayList<>();
    Matcher fenced = FENCED.matcher(page);
    while (fenced.find()) {
      int line = (int) page.substring(0, fenced.start()).lines().count() + 1;
      blocks.add(new Block(file, fenced.group(1), line, fenced.group(2)));
    }
    return new GuidePage(List.copyOf(blocks));
  }

  private Stream<Block> all(String kind) {
    return blocks.stream().filter(block -> block.kind().equals(kind));
  }

  /** What surrounds the others: the first block. */
  private Frame frame() {
    return new Frame(all("java").findFirst().orElseThrow().text());
  }

  /** The sources of all blocks that shall deploy. */
  List<Source> sources(Predicate<Block> wanted) {
    Frame frame = frame();
    return all("java").filter(wanted).map(frame::source).toList();
  }

  /** How many tools and their like they declare. */
  long declarations() {
    return all("java").flatMap(block -> DECLARED.matcher(block.text()).results()).count();
  }

  /** The beans that shall not, and the records that they use. */
  List<Source> refused() {
    Frame frame = frame();
    return Stream.concat(
            all("java").filter(block -> block.text().matches("(?s)public (record|sealed) .*")),
            all("java refused"))
        .map(frame::source)
        .toList();
  }

  /** What the log says then. */
  List<String> refusals() {
    return all("text").findFirst().orElseThrow().text().lines().toList();
  }

  /** How the beans get into the WAR. */
  String commands() {
    return all("bash").findFirst().orElseThrow().text();
  }
}
