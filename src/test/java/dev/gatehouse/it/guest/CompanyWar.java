package dev.gatehouse.it.guest;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.tools.LibraryWar;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR of a company with the library in it as Maven puts it there; nothing else is ours. */
final class CompanyWar {
  static final String CONTEXT = "/company";

  private CompanyWar() {}

  /** With the endpoint at this path below the context root. */
  static WebArchive of(String endpoint) {
    Gatehouse.issuer();
    return LibraryWar.named(CONTEXT.substring(1) + ".war")
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
            "META-INF/microprofile-config.properties");
  }
}
