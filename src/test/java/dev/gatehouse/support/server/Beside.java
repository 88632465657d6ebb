package dev.gatehouse.support.server;

import dev.gatehouse.support.standin.ScalekitStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the servers have that tests start beside the one of Arquillian: free ports, and an issuer
 * that is not the other one's, so that both can be tested at the same time.
 */
public final class Beside {
  private static ScalekitStandIn issuer;

  private Beside() {}

  /** The stand-in of all these servers; what disturbs it needs one of its own. */
  public static synchronized ScalekitStandIn issuer() {
    if (issuer == null) {
      issuer = newIssuer();
    }
    return issuer;
  }

  /** Another stand-in that knows the same resource; it ends with its {@code close}. */
  public static ScalekitStandIn newIssuer() {
    return ScalekitStandIn.builder()
        .resourceId(Ports.RESOURCE_ID)
        .resourceUrl(Ports.values().mcpUrl())
        .scopes(List.of("todo:read", "todo:write"))
        .autoApprove(true)
        .start();
  }

  /** A token with both scopes. */
  public static String token() {
    return issuer().mint().scopes("todo:read", "todo:write").sign();
  }

  /** The settings of one more server. */
  public static Values values() {
    return values(issuer());
  }

  /** The same with an issuer of its own. */
  public static Values values(ScalekitStandIn issuer) {
    Values free = FreePorts.change(Ports.values());
    return new Values(
        issuer.environmentUrl(),
        issuer.resourceId(),
        free.mcpUrl(),
        free.contextRoot(),
        free.port(),
        free.managementPort());
  }

  /** Installs a server with these settings. */
  public static Server install(Values values) throws IOException {
    return Server.install(
        Path.of(System.getProperty("test.instance") + "-" + values.port()), values);
  }
}
