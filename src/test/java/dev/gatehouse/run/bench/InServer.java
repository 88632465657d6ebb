package dev.gatehouse.run.bench;

import dev.gatehouse.run.bench.bare.BareApplication;
import dev.gatehouse.run.bench.company.CompanyApplication;
import dev.gatehouse.run.bench.many.ManyTools;
import dev.gatehouse.run.maven.Maven;
import dev.gatehouse.run.maven.Titles;
import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.StateKey;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.tools.LibraryWar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A WAR in an application server, configured as server-config has it.
 *
 * @param server its profile in the pom, and what its configuration is named after
 */
record InServer(String name, String server, Content content) implements Subject {
  static final String BARE = "-jaxrs";
  static final String COMPANY = "-company";
  static final String MANY = "-1000-tools";
  static final String DATABASE = MANY + "-database";
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path GATEHOUSE = TARGET.resolve("gatehouse.war");

  /** What is in the WAR. */
  enum Content {
    GATEHOUSE("Gatehouse on "),
    MANY_TOOLS("Gatehouse with %,d tools more on ".formatted(ManyTools.COUNT), Kind.GET, Kind.ECHO),
    DATABASE("The same with its state in PostgreSQL on ", Kind.GET, Kind.ECHO),
    LIBRARY("An application with Gatehouse's library and the same tools on ", Kind.GET, Kind.LIST),
    FIXED_ANSWERS("JAX-RS on ");

    private final String title;
    private final List<Kind> kinds;

    /** All kinds, unless some are named. */
    Content(String title, Kind... kinds) {
      this.title = title;
      this.kinds = kinds.length == 0 ? Kind.MEASURED : List.of(kinds);
    }
  }

  static InServer gatehouse(String name, String server) {
    return new InServer(name, server, Content.GATEHOUSE);
  }

  static InServer manyTools(String name, String server) {
    return new InServer(name + MANY, server, Content.MANY_TOOLS);
  }

  static InServer database(String name, String server) {
    return new InServer(name + DATABASE, server, Content.DATABASE);
  }

  static InServer company(String name, String server) {
    return new InServer(name + COMPANY, server, Content.LIBRARY);
  }

  static InServer bare(String name, String server) {
    return new InServer(name + BARE, server, Content.FIXED_ANSWERS);
  }

  @Override
  public boolean isOurs() {
    return content == Content.GATEHOUSE;
  }

  @Override
  public List<Era> eras() {
    return content == Content.FIXED_ANSWERS
        ? List.of(Era.EARLIER)
        : List.of(Era.MODERN, Era.EARLIER);
  }

  @Override
  public List<Kind> kinds() {
    return content.kinds;
  }

  @Override
  public String title() throws IOException {
    return content.title + Titles.ofServer(server);
  }

  @Override
  public void prepare(Maven maven) throws IOException, InterruptedException {
    maven.run("-P" + server, "dependency:unpack@unpacked-server");
  }

  @Override
  public ServerProcess start(Surroundings around, int port, Map<String, String> environment)
      throws IOException {
    Path directory = Path.of("target", "bench", name);
    String url = "http://127.0.0.1:" + port + "/mcp";
    Values values = around.values(url, port, FreePorts.next());
    Server installed = Server.install(server, directory, values);
    installed.deploy(
        switch (content) {
          case GATEHOUSE -> GATEHOUSE;
          case MANY_TOOLS, DATABASE -> export(warOfManyTools(), directory);
          case LIBRARY -> export(companyWar(), directory);
          case FIXED_ANSWERS -> export(bareWar(), directory);
        });
    if (content != Content.DATABASE) {
      return installed.start(environment);
    }
    installed.addDatabase(around.database());
    Map<String, String> all = new HashMap<>(environment);
    all.put("MCP_STATE_KEY", StateKey.next());
    return installed.start(all);
  }

  private static WebArchive warOfManyTools() {
    return ShrinkWrap.create(ZipImporter.class, "many-tools.war")
        .importFrom(GATEHOUSE.toFile())
        .as(WebArchive.class)
        .addPackage(ManyTools.class.getPackage())
        .addAsResource(new StringAsset(ManyTools.mapping()), "META-INF/gatehouse-tools.json");
  }

  private static WebArchive companyWar() {
    File tools = TARGET.resolve("classes/dev/gatehouse/example").toFile();
    return LibraryWar.with(TARGET.resolve("gatehouse-library.jar").toFile(), "company.war")
        .addAsResource(tools, "dev/gatehouse/example")
        .addPackage(CompanyApplication.class.getPackage());
  }

  private static WebArchive bareWar() {
    return ShrinkWrap.create(WebArchive.class, "bare.war")
        .addPackage(BareApplication.class.getPackage())
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static Path export(WebArchive archive, Path directory) throws IOException {
    Path war = Files.createDirectories(directory).toAbsolutePath().resolve(archive.getName());
    archive.as(ZipExporter.class).exportTo(war.toFile(), true);
    return war;
  }
}
