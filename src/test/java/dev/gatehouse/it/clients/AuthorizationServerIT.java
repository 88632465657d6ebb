package dev.gatehouse.it.clients;

import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.standin.ScalekitStandIn;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stand-in is an authorization server in the eyes of the official suite, too. */
@Tag("once")
class AuthorizationServerIT {

  @Test
  void the_stand_in_passes_the_official_scenarios_for_authorization_servers() throws Exception {
    int port = freePort();
    try (ScalekitStandIn issuer =
        ScalekitStandIn.builder()
            .autoApprove(true)
            .publicClient("pub", "http://127.0.0.1:" + port + "/callback")
            .start()) {
      String output =
          NodeClients.install()
              .run(
                  "authorization-server.mjs",
                  Map.of(
                      "ISSUER",
                      issuer.environmentUrl() + "/resources/" + issuer.resourceId(),
                      "CLIENT_ID",
                      "pub",
                      "CALLBACK_PORT",
                      String.valueOf(port)));
      System.out.println(output);
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
