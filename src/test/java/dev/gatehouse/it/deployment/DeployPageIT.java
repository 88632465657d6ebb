package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.PayaraMicro;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server's page in docs/deploy, followed to the letter by somebody who has what it names. */
class DeployPageIT {
  private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
  private static final Pattern DOWNLOAD = Pattern.compile("`([a-z]+-[0-9][^` ]*\\.zip)`");

  @Test
  void the_page_leads_from_a_download_to_a_challenge() throws Exception {
    Values values = Beside.values();
    String page = Files.readString(Path.of("docs/deploy/" + Server.kind() + ".md"));
    Matcher block = COMMANDS.matcher(page);
    assertThat(block.find()).isTrue();
    List<String> commands = block.group(1).lines().toList();
    assertThat(commands).hasSizeLessThan(10);
    Path folder = Path.of(System.getProperty("test.instance") + "-page-" + values.port());
    bring(page, folder);
    String script = values.applyTo(String.join("\n", commands)) + "\nwait\n";
    try (ServerProcess shell =
        ServerProcess.start(
            List.of("bash", "-c", "cd \"$0\" && eval \"$1\"", folder.toString(), script),
            environment(folder, values),
            folder.resolve("page.log"))) {
      assertThat(shell.awaitOutput("WWW-Authenticate: Bearer", Duration.ofMinutes(4)))
          .contains(values.mcpUrl().replace("/mcp", "/.well-known"));
      stop(page, folder, values);
    }
  }

  // What the page says that the folder holds.
  private static void bring(String page, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(
        Path.of(System.getProperty("test.war")),
        folder.resolve("gatehouse.war"),
        StandardCopyOption.REPLACE_EXISTING);
    Matcher download = DOWNLOAD.matcher(page);
    if (download.find()) {
      Files.createSymbolicLink(
          folder.resolve(download.group(1)), Path.of(System.getProperty("test.download")));
    } else {
      Files.createSymbolicLink(folder.resolve("payara-micro.jar"), PayaraMicro.JAR);
    }
  }

  // The operator's editor, and the ports that are free on this machine.
  private static Map<String, String> environment(Path folder, Values values) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path editor = bin.resolve("nano");
    Files.writeString(
        editor,
        """
        #!/bin/sh
        for file in "$@" preboot.asadmin wlp/usr/servers/gatehouse/server.xml; do
          [ -f "$file" ] && sed -i \\
            -e 's#https://acme.scalekit.com#%s#' -e 's#https://mcp.acme.com/mcp#%s#' \\
            -e 's#/opt/gatehouse/gatehouse.war#%s#' \\
            -e 's#8080#%d#' -e 's#4848#%d#' "$file"
        done
        exit 0
        """
            .formatted(
                values.environmentUrl(),
                values.mcpUrl(),
                folder.resolve("gatehouse.war").toAbsolutePath(),
                values.port(),
                values.managementPort()));
    editor.toFile().setExecutable(true);
    return Map.of(
        // With the Java that this server needs, which the operator has by then.
        "PATH",
            String.join(
                ":",
                bin.toAbsolutePath().toString(),
                Path.of(System.getProperty("java.home"), "bin").toString(),
                System.getenv("PATH")),
        "GATEHOUSE", Path.of("").toAbsolutePath().toString(),
        "JBOSS_HTTP_PORT", String.valueOf(values.port()),
        "JBOSS_MANAGEMENT_HTTP_PORT", String.valueOf(values.managementPort()));
  }

  // As the page says, where the server has left the shell.
  private static void stop(String page, Path folder, Values values) throws IOException {
    Matcher stop = Pattern.compile("`([^`]+ stop[^`]+)` stops it").matcher(page);
    if (stop.find()) {
      ServerProcess.run(
          List.of("bash", "-c", "cd \"$0\" && eval \"$1\"", folder.toString(), stop.group(1)),
          environment(folder, values),
          folder.resolve("stop.log"));
    }
  }
}
