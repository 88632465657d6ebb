package dev.gatehouse.config;

import java.util.Arrays;
import java.util.Locale;

/** What of a token can hold names of roles. */
enum RoleClaim {
  GROUPS,
  ROLES,
  SCOPES;

  static RoleClaim of(String entry) {
    return Arrays.stream(values())
        .filter(claim -> claim.name().toLowerCase(Locale.ROOT).equals(entry))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("must list some of groups, roles and scopes"));
  }
}
