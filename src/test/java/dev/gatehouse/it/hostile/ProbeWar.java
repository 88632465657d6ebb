package dev.gatehouse.it.hostile;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.tools.NestedConstraintTools;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that is attacked, one object, so that it stays deployed from one class to the next. */
final class ProbeWar {
  static final int ORDER = 4;

  private static WebArchive war;

  private ProbeWar() {}

  static synchronized WebArchive get() {
    if (war == null) {
      war =
          Gatehouse.war()
              .addClasses(
                  ProbeTools.class, StreamTools.class, Usage.class, NestedConstraintTools.class)
              .addAsResource(
                  new StringAsset("mcp.limits.body.seconds=5\nmp.config.cache.duration=5\n"),
                  "META-INF/microprofile-config.properties");
    }
    return war;
  }
}
