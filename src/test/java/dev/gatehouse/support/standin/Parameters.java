package dev.gatehouse.support.standin;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.List;
import java.util.Map;

/** The parameters of a query or of a form. */
record Parameters(Map<String, List<String>> values) {

  static Parameters parse(String encoded) {
    return new Parameters(URLUtils.parseParameters(encoded));
  }

  /** Refuses repetition (RFC 6749 §3.1) of all but {@code resource} (RFC 8707 §2). */
  void checkNoneRepeated() throws OAuthFailure {
    for (var entry : values.entrySet()) {
      if (entry.getValue().size() > 1 && !entry.getKey().equals("resource")) {
        throw OAuthFailure.invalidRequest("A parameter is repeated.");
      }
    }
  }

  /** The first value, or an empty string: an empty parameter counts as omitted. */
  String first(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  boolean has(String name) {
    return !first(name).isEmpty();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  String required(String name) throws OAuthFailure {
    if (!has(name)) {
      throw OAuthFailure.invalidRequest("The parameter " + name + " is missing.");
    }
    return first(name);
  }
}
