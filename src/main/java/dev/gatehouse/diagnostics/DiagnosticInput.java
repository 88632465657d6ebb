package dev.gatehouse.diagnostics;

import dev.gatehouse.config.Settings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is examined: the settings, and what the tools need.
 *
 * @param toolScopes the scopes that tools need
 * @param offeredScopes those that the first challenge names
 * @param tools how many tools there are
 */
record DiagnosticInput(
    Settings settings, List<String> toolScopes, List<String> offeredScopes, int tools, Data data) {

  /**
   * Where data is kept.
   *
   * @param shared whether in a database, which other nodes may have as well
   * @param ready whether it can be used
   */
  record Data(boolean shared, boolean ready, String status) {}

  /** Every scope that some client will be told to ask for, sorted. */
  Set<String> scopes() {
    Set<String> all = new TreeSet<>(toolScopes);
    all.addAll(offeredScopes);
    if (settings.adminEnabled()) {
      all.add(Diagnostics.SCOPE);
    }
    return all;
  }

  String issuer() {
    return settings.authorizationServers().get(0);
  }
}
