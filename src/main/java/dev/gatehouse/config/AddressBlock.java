package dev.gatehouse.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses with the first {@code prefix} bits in common.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632#section-3.1">RFC 4632, 3.1</a>
 */
public record AddressBlock(InetAddress base, int prefix) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  public AddressBlock {
    Objects.requireNonNull(base, "base");
    if (prefix < 0 || prefix > base.getAddress().length * 8) {
      throw new IllegalArgumentException("must have prefixes from 0 to 32, for IPv6 to 128");
    }
  }

  /** Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address. */
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> base = address(slash < 0 ? text : text.substring(0, slash));
    String prefix = slash < 0 ? "" : text.substring(slash + 1);
    if (base.isEmpty() || !(slash < 0 || prefix.matches("\\d{1,3}"))) {
      throw new IllegalArgumentException(
          "must list IP addresses or blocks of them, such as 10.0.0.0/8");
    }
    int all = base.get().getAddress().length * 8;
    return new AddressBlock(base.get(), slash < 0 ? all : Integer.parseInt(prefix));
  }

  /** An IP address as text; empty for everything else, since no name is ever looked up. */
  public static Optional<InetAddress> address(String text) {
    boolean v6 = text.indexOf(':') >= 0 && V6.matcher(text).matches();
    if (!v6 && !V4.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether this address is one of them. */
  public boolean contains(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
