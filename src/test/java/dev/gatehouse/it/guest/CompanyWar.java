package dev.gatehouse.it.guest;

import dev.gatehouse.support.client.Gatehouse;
import java.io.File;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR of a company with the library in it as Maven puts it there; nothing else is ours. */
final class CompanyWar {
  static final String CONTEXT = "/company";
  private static final String LIBRARIES =
      "(jose4j|slf4j-api|httpclient5|httpcore5|httpcore5-h2)-\\d.*\\.jar";

  private CompanyWar() {}

  /** With the endpoint at this path below the context root. */
  static WebArchive of(String endpoint) {
    Gatehouse.issuer();
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, CONTEXT.substring(1) + ".war")
            .addClasses(
                CompanyResource.class,
                CompanyResource.Gone.class,
                CompanyMapper.class,
                CompanyRoot.class,
                CompanyTools.class,
                HelloServlet.class)
            .addAsWebResource(new StringAsset("<h1>The company</h1>"), "index.html")
            .addAsWebResource(new StringAsset("h1 { color: green }"), "style.css")
            .addAsResource(
                new StringAsset(
                    "config_ordinal=1000\nmcp.url=" + Gatehouse.url(CONTEXT + endpoint) + "\n"),
                "META-INF/microprofile-config.properties")
            .addAsLibrary(library());
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.getName().matches(LIBRARIES))
        .forEach(war::addAsLibrary);
    return war;
  }

  private static File library() {
    return new File(System.getProperty("test.war").replaceFirst("\\.war$", "-library.jar"));
  }
}
