package dev.gatehouse.support.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for a server beside the one that Arquillian runs. */
public final class FreePorts {
  private FreePorts() {}

  /** The same settings on ports that are free now. */
  public static Values change(Values values) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      int port = first.getLocalPort();
      return new Values(
          values.environmentUrl(),
          values.resourceId(),
          values.mcpUrl().replace(":" + values.port() + "/", ":" + port + "/"),
          values.contextRoot(),
          port,
          second.getLocalPort());
    }
  }
}
