package dev.gatehouse.config;

import java.util.List;

/**
 * One setting as the operator reads about it.
 *
 * @param name the MicroProfile Config property
 * @param fallback what holds if it is not set; "" if nothing does
 * @param unit the unit and the limits of a number, else what kind of value it is
 * @param meaning what it is for, as a phrase
 */
public record Setting(String name, String fallback, String unit, String meaning) {
  private static final String REREAD = "read again every five seconds";

  /** Every setting, the needed ones first. */
  public static final List<Setting> ALL =
      List.of(
          url(
              "scalekit.environment.url",
              "needed",
              "your Scalekit environment, `https://<name>.scalekit.com` or your own domain"),
          of(
              "scalekit.resource.id",
              "needed",
              "`res_...`",
              "the MCP server's id in the Scalekit dashboard; tokens must name it in `aud`"),
          url("mcp.url", "needed", "the public URL of the endpoint, as registered in Scalekit"),
          url("mcp.resource", "`mcp.url`", "the resource identifier of this server (RFC 8707)"),
          url(
              "mcp.resource.metadata.url",
              "from `mcp.url`",
              "where clients read the protected resource metadata, if a proxy moves it"),
          url("mcp.resource.documentation", "none", "a page for developers"),
          list("mcp.scopes.default", "those of all tools", "what the first challenge asks for"),
          list("mcp.scopes.implied.<scope>", "none", "the scopes that `<scope>` includes"),
          list(
              "mcp.allowed.origins",
              "that of `mcp.url`",
              "browser origins that may call, or `*` for any"),
          list(
              "mcp.allowed.hosts",
              "that of `mcp.url`, and loopback",
              "`Host` names that are answered, without port, or `*` for any"),
          of(
              "mcp.limits.body",
              "1048576",
              "bytes, 1024 to 67108864",
              "the largest request body that is read"),
          of(
              "mcp.limits.body.seconds",
              "30",
              "seconds, 1 to 3600",
              "how long a request body may take to arrive, byte by byte"),
          of(
              "mcp.limits.streams",
              "10000",
              "streams, 1 to 1000000",
              "how many listening clients (`subscriptions/listen`) one node keeps"),
          of(
              "mcp.limits.streams.caller",
              "100",
              "streams, 1 to 1000000",
              "how many of them may be of one caller"),
          of(
              "mcp.limits.sessions.caller",
              "100",
              "sessions, 1 to 1000",
              "how many sessions of clients until 2025-11-25 one node keeps for one caller; one more"
                  + " ends the longest idle"),
          of(
              "mcp.quota.calls",
              "0",
              "calls a minute, 0 to 1000000",
              "how many calls one node runs for all callers; 0 for any number"),
          of(
              "mcp.quota.calls.caller",
              "0",
              "calls a minute, 0 to 1000000",
              "how many calls of one tool, prompt or resource one node runs for one caller of one"
                  + " organization; 0 for any number"),
          of(
              "mcp.quota.refusals.address",
              "6000",
              "refusals a minute, 0 to 1000000",
              "how many requests without a valid token from one address one node answers with"
                  + " more than 429; 0 for any number"),
          list(
              "mcp.trusted.proxies",
              "none",
              "IP addresses or blocks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` is believed"),
          list("mcp.disabled.tools", "none", "tools that are switched off; " + REREAD),
          list("mcp.disabled.prompts", "none", "prompts that are switched off; " + REREAD),
          list(
              "mcp.disabled.resources",
              "none",
              "names of resources and templates that are switched off; " + REREAD),
          flag(
              "mcp.read.only",
              "false",
              "whether only tools that are declared read-only are there; " + REREAD),
          text(
              "mcp.maintenance.message",
              "none",
              "what every call is answered with, instead of being run; " + REREAD),
          of(
              "mcp.stream.keep.alive",
              "15",
              "seconds, 1 to 60",
              "the longest silence on a stream, after which a comment is sent"),
          of(
              "mcp.stream.reconnect.after",
              "120",
              "seconds, 1 to 3600",
              "when a client of 2025-11-25 that waits for a call is told to come back for the rest"),
          of(
              "mcp.state.key",
              "a key of the node's own, gone after a restart",
              "32 bytes in base64",
              "seals what a client carries between the rounds of a call; the same on all nodes"),
          flag(
              "mcp.state.single.use", "false", "whether each such state is accepted once per node"),
          flag(
              "mcp.admin.enabled",
              "false",
              "whether administrators' resources are there, for the scope `mcp:admin`"),
          flag(
              "mcp.landing.enabled",
              "true",
              "whether a browser that opens the application gets a page that tells what it is"),
          flag(
              "mcp.landing.tools",
              "false",
              "whether that page shows the tools, their scopes and `mcp.instructions` to anyone"),
          text("mcp.server.name", "`gatehouse`", "the name that clients are told"),
          text("mcp.server.title", "none", "the name that people are shown"),
          text("mcp.server.version", "that of the WAR", "the version that clients are told"),
          text("mcp.instructions", "none", "what a model should know about this server"),
          url(
              "mp.jwt.verify.issuer",
              "both forms of Scalekit's",
              "the only accepted `iss`; for another issuer than Scalekit"),
          url(
              "mp.jwt.verify.publickey.location",
              "`<scalekit.environment.url>/keys`",
              "the issuer's JWK Set"),
          list(
              "mp.jwt.verify.audiences",
              "`scalekit.resource.id`",
              "a token must name one of these in `aud`"),
          list(
              "mp.jwt.verify.publickey.algorithm",
              "`RS256`",
              "the accepted signature algorithms with public keys"),
          of(
              "mp.jwt.verify.clock.skew",
              "30",
              "seconds, 0 to 300",
              "how far the issuer's clock may be off"));

  /** The environment variable that sets it too; names with a placeholder have one per scope. */
  public String variable() {
    return PropertySource.variable(name.replaceAll("<.*", ""));
  }

  private static Setting of(String name, String fallback, String unit, String meaning) {
    return new Setting(name, fallback, unit, meaning);
  }

  private static Setting url(String name, String fallback, String meaning) {
    return of(name, fallback, "URL", meaning);
  }

  private static Setting list(String name, String fallback, String meaning) {
    return of(name, fallback, "list", meaning);
  }

  private static Setting flag(String name, String fallback, String meaning) {
    return of(name, fallback, "`true` or `false`", meaning);
  }

  private static Setting text(String name, String fallback, String meaning) {
    return of(name, fallback, "text", meaning);
  }
}
