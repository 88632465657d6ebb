package dev.gatehouse.config;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys that seal the state that a client carries between the rounds of a call. */
final class StateKeys {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=?");

  private StateKeys() {}

  static List<SecretKey> parse(String text) {
    List<String> entries = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (entries.size() > 2) {
      throw new IllegalArgumentException("must hold one key, or two while keys change");
    }
    return entries.stream().map(StateKeys::key).toList();
  }

  private static SecretKey key(String entry) {
    String base64 = entry.replace('-', '+').replace('_', '/');
    if (!KEY.matcher(base64).matches()) {
      throw new IllegalArgumentException(
          "must be 32 random bytes in base64, such as from openssl rand -base64 32; "
              + "a second key after a comma opens only");
    }
    return new SecretKeySpec(Base64.getDecoder().decode(base64), "AES");
  }
}
