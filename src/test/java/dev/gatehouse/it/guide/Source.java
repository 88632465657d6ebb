package dev.gatehouse.it.guide;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A file of the package {@code com.acme.notes}.
 *
 * @param linesBefore the lines that are not in the block
 */
record Source(Block block, String type, String text, int linesBefore) {
  /** The same for the compiler. */
  final class Unit extends SimpleJavaFileObject {
    private Unit() {
      super(URI.create("page:///" + type + ".java"), Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    /** The compiler's words, and the line of the page that they are about. */
    String told(Diagnostic<? extends JavaFileObject> problem) {
      long line = block.line() + problem.getLineNumber() - linesBefore;
      return "%s:%d, in the block of line %d: %s"
          .formatted(block.file(), line, block.line(), problem.getMessage(null));
    }
  }

  Unit unit() {
    return new Unit();
  }

  void writeTo(Path folder) throws IOException {
    Files.writeString(folder.resolve(type + ".java"), text);
  }
}
