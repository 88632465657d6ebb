package dev.gatehouse.support.server;

/** The ports that Maven reserved for this run, and the settings that follow from them. */
public final class Ports {
  public static final int SERVER = Integer.getInteger("test.server.port", 0);
  public static final int MANAGEMENT = Integer.getInteger("test.management.port", 0);
  public static final int ISSUER = Integer.getInteger("test.issuer.port", 0);
  public static final String RESOURCE_ID = "res_123456789012345678";

  private Ports() {}

  /** The settings of a server at the root of its host. */
  public static Values values() {
    return new Values(
        "http://127.0.0.1:" + ISSUER,
        RESOURCE_ID,
        "http://127.0.0.1:" + SERVER + "/mcp",
        "/",
        SERVER,
        MANAGEMENT);
  }
}
