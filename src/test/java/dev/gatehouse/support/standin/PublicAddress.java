package dev.gatehouse.support.standin;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells hosts of the internet from those that only a server inside a network can reach. */
final class PublicAddress {
  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return address instanceof Inet4Address
        ? isPublicV4(first, second)
        // Global unicast is 2000::/3; without 2002::/16, which leads to any IPv4 address.
        : (first & 0xe0) == 0x20 && !(first == 0x20 && second == 0x02);
  }

  private static boolean isPublicV4(int first, int second) {
    boolean carrier = first == 100 && (second & 0xc0) == 64;
    boolean benchmark = first == 198 && (second & 0xfe) == 18;
    boolean assigned = first == 192 && second == 0;
    return first != 0 && first < 240 && !carrier && !benchmark && !assigned;
  }
}
