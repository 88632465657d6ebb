package dev.gatehouse.config;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** How the state that a client carries between the rounds of a call is sealed. */
record StateSealing(List<SecretKey> keys, boolean singleUse) {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=?");

  static StateSealing read(PropertySource source) {
    return new StateSealing(
        source.value("mcp.state.key", StateSealing::keys).orElse(List.of()),
        source.flag("mcp.state.single.use", false));
  }

  private static List<SecretKey> keys(String text) {
    List<String> entries = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (entries.size() > 2) {
      throw new IllegalArgumentException("must hold one key, or two while keys change");
    }
    return entries.stream().map(StateSealing::key).toList();
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

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "StateSealing[" + keys.size() + " keys, singleUse=" + singleUse + "]";
  }
}
