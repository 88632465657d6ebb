package dev.gatehouse.run.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplodedWarTest {
  @TempDir Path folder;

  private ExplodedWar unpacked() throws Exception {
    Path war = folder.resolve("a.war");
    try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (String name : new String[] {"WEB-INF/beans.xml", "WEB-INF/classes/a/Old.class"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes());
      }
    }
    return ExplodedWar.unpack(war, folder.resolve("served"));
  }

  @Test
  void a_war_is_unpacked_as_it_is() throws Exception {
    ExplodedWar served = unpacked();

    assertThat(served.directory().resolve("WEB-INF/beans.xml")).hasContent("WEB-INF/beans.xml");
    assertThat(served.directory().resolve(".reload")).doesNotExist();
  }

  @Test
  void new_classes_come_old_ones_go_and_the_server_is_told() throws Exception {
    ExplodedWar served = unpacked();
    Path compiled = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(Files.createDirectories(compiled.resolve("a")).resolve("New.class"), "new");

    served.replaceClasses(compiled);

    Path classes = served.directory().resolve("WEB-INF/classes/a");
    assertThat(classes.resolve("New.class")).hasContent("new");
    assertThat(classes.resolve("Old.class")).doesNotExist();
    assertThat(served.directory().resolve("WEB-INF/beans.xml")).exists();
    assertThat(served.directory().resolve(".reload")).exists();
  }
}
