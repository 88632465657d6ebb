package dev.gatehouse.http.filter;

import dev.gatehouse.config.AddressBlock;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds the address that a request came from: the connection's, unless that belongs to a trusted
 * proxy; then the one that this proxy names, and so on. What others write into {@code
 * X-Forwarded-For} is never reached.
 */
record ClientAddress(List<AddressBlock> trusted) {
  private static final int MOST_HOPS = 16;
  private static final int MOST_CHARACTERS = 64;

  /** The fields in their order; without trusted proxies, they are not looked at. */
  String of(String peer, List<String> forwardedFor) {
    Optional<InetAddress> address =
        trusted.isEmpty() ? Optional.empty() : AddressBlock.address(withoutZone(peer));
    if (address.isEmpty()) {
      return peer.substring(0, Math.min(peer.length(), MOST_CHARACTERS));
    }
    InetAddress client = address.get();
    String[] hops = String.join(",", forwardedFor).split(",", -1);
    for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
      Optional<InetAddress> hop = AddressBlock.address(withoutPort(hops[i].strip()));
      if (hop.isEmpty() || !isTrusted(client)) {
        break;
      }
      client = hop.get();
    }
    return client.getHostAddress();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.contains(address));
  }

  private static String withoutZone(String peer) {
    int zone = peer.indexOf('%');
    return zone < 0 ? peer : peer.substring(0, zone);
  }

  // Some proxies write 192.0.2.1:4711 or [2001:db8::1]:4711.
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
