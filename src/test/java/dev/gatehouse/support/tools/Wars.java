package dev.gatehouse.support.tools;

import dev.gatehouse.support.client.Gatehouse;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * WARs that several classes are tested on, one object each, so that they stay deployed from one to
 * the next; the numbers are those of {@code Order}, which brings these classes together.
 */
public final class Wars {
  public static final int SHIPPED = 1;

  /** For what needs a server that has seen no other client. */
  public static final int TOOLS_UNTOUCHED = 2;

  public static final int TOOLS = 3;

  /** After the one of the attacks, whose number is 4. */
  public static final int QUIET = 5;

  private static WebArchive shipped;
  private static WebArchive tools;
  private static WebArchive quiet;

  private Wars() {}

  /** The very file that is shipped. */
  public static synchronized WebArchive shipped() {
    if (shipped == null) {
      shipped = Gatehouse.war();
    }
    return shipped;
  }

  /** The same with all tools of this package. */
  public static synchronized WebArchive tools() {
    if (tools == null) {
      tools =
          Gatehouse.war()
              .addClasses(FeatureTools.class, SlowTools.class, UsageTools.class)
              .addClasses(
                  GenericTools.class, ShapeTools.class, DtoTools.class, TransactionTools.class);
    }
    return tools;
  }

  /** With tools that go on, announce and count, and a comment each minute only. */
  public static synchronized WebArchive quiet() {
    if (quiet == null) {
      quiet =
          Gatehouse.war()
              .addClasses(FeatureTools.class, SlowTools.class, UsageTools.class)
              .addAsResource(
                  // Above the environment, in which the tests ask for a comment each second.
                  new StringAsset("config_ordinal=500\nmcp.stream.keep.alive=60\n"),
                  "META-INF/microprofile-config.properties");
    }
    return quiet;
  }
}
