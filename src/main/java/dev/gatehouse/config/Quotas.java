package dev.gatehouse.config;

/**
 * How much one node lets happen in a minute, each; 0 for no limit.
 *
 * @param calls of all callers together
 * @param callsPerCaller of one caller of one organization through one client, for each tool,
 *     prompt, resource or template
 * @param refusalsPerAddress answers 401 to requests from one address
 */
public record Quotas(int calls, int callsPerCaller, int refusalsPerAddress) {
  private static final int MOST = 1_000_000;

  static Quotas read(PropertySource source) {
    return new Quotas(
        source.number("mcp.quota.calls", 0, 0, MOST),
        source.number("mcp.quota.calls.caller", 0, 0, MOST),
        source.number("mcp.quota.refusals.address", 6000, 0, MOST));
  }
}
