package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the documentation shows for keeping events. */
class DocumentedStoreTest {
  @TempDir Path classes;

  @Test
  void it_compiles() throws Exception {
    String page = Files.readString(Path.of("docs/operate.md"));
    String block =
        page.substring(page.indexOf("<!-- audit store -->"), page.indexOf("<!-- /audit store -->"));
    String code = block.substring(block.indexOf("```java") + 7, block.lastIndexOf("```"));
    var source =
        new SimpleJavaFileObject(
            URI.create("string:///AuditStore.java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString());
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, null, null, options, null, List.of(source))
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }
}
