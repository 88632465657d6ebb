package dev.gatehouse.config;

/**
 * How much one node lets happen in a minute, each; 0 for no limit.
 *
 * @param calls of all callers together
 * @param callsPerCaller of one caller of one organization through one client, for each tool,
 *     prompt, resource or template
 * @param refusalsPerAddress answers 401 to requests from one address
 * @param shared whether all nodes together let so many calls happen
 */
public record Quotas(int calls, int callsPerCaller, int refusalsPerAddress, boolean shared) {
  static Quotas of(SettingValues values) {
    return new Quotas(
        values.get(KnownSettings.CALLS),
        values.get(KnownSettings.CALLS_PER_CALLER),
        values.get(KnownSettings.REFUSALS_PER_ADDRESS),
        values.get(KnownSettings.QUOTAS_SHARED));
  }
}
