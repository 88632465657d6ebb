package dev.gatehouse.config;

import static dev.gatehouse.config.Setting.flag;
import static dev.gatehouse.config.Setting.list;
import static dev.gatehouse.config.Setting.number;
import static dev.gatehouse.config.Setting.of;
import static dev.gatehouse.config.Setting.optionalNumber;
import static dev.gatehouse.config.Setting.refused;
import static dev.gatehouse.config.Setting.text;
import static dev.gatehouse.config.Setting.url;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Every setting, the needed ones first: what {@link Settings} reads, what the table in the
 * documentation shows, and what all other names are compared with. A new one is a constant here and
 * its accessor there.
 */
final class KnownSettings {
  private static final List<Setting<?>> LIST = new ArrayList<>();

  /** All of them, in this order. */
  static final List<Setting<?>> ALL = Collections.unmodifiableList(LIST);

  private static final String REREAD = "; read again every five seconds";
  private static final int MOST = 1_000_000;

  static final Setting<Optional<URI>> ENVIRONMENT =
      add(
          url(
              "scalekit.environment.url",
              "needed",
              "your Scalekit environment, `https://<name>.scalekit.com` or your own domain",
              WebUrl::originOnly));

  static final Setting<Optional<String>> RESOURCE_ID =
      add(
          of(
                  "scalekit.resource.id",
                  "needed",
                  "`res_...`",
                  "the MCP server's id in the Scalekit dashboard; tokens must name it in `aud`",
                  Scalekit::resource)
              .secret());

  static final Setting<Optional<URI>> URL =
      add(
          url(
              "mcp.url",
              "needed",
              "the public URL of the endpoint, as registered in Scalekit",
              WebUrl::endpoint));

  static final Setting<Optional<URI>> RESOURCE =
      add(
          url(
              "mcp.resource",
              "`mcp.url`",
              "the resource identifier of this server (RFC 8707)",
              WebUrl::identifier));

  static final Setting<Optional<URI>> METADATA_URL =
      add(
          url(
              "mcp.resource.metadata.url",
              "from `mcp.url`",
              "where clients read the protected resource metadata, if a proxy moves it",
              WebUrl::secure));

  static final Setting<Optional<URI>> DOCUMENTATION =
      add(url("mcp.resource.documentation", "none", "a page for developers", WebUrl::identifier));

  static final Setting<List<String>> DEFAULT_SCOPES =
      add(
          list(
              "mcp.scopes.default",
              "those of all tools",
              "what the first challenge asks for",
              ImpliedScopes::scope));

  static final Setting<List<String>> IMPLIED_SCOPES =
      add(
          list(
              "mcp.scopes.implied.<scope>",
              "none",
              "the scopes that `<scope>` includes",
              ImpliedScopes::scope));

  static final Setting<Boolean> CONTAINER_LOGIN =
      add(
          flag(
              "mcp.container.login",
              false,
              "whether the caller is the server's too: `@RolesAllowed`, `SessionContext`,"
                  + " `SecurityContext`"));

  static final Setting<List<RoleClaim>> ROLES_FROM =
      add(
          list(
                  "mcp.roles.from",
                  "`groups, roles`",
                  "what of a token holds names of roles: `groups`, `roles`, `scopes`",
                  RoleClaim::of)
              .or(List.of(RoleClaim.GROUPS, RoleClaim.ROLES)));

  static final Setting<List<String>> ROLE =
      add(
          list(
              "mcp.roles.<role>",
              "its own name",
              "the names, of those in `mcp.roles.from`, that give `<role>`",
              entry -> entry));

  static final Setting<List<String>> ALLOWED_ORIGINS =
      add(
          list(
              "mcp.allowed.origins",
              "that of `mcp.url`",
              "browser origins that may call, or `*` for any",
              Endpoint::origin));

  static final Setting<List<String>> ALLOWED_HOSTS =
      add(
          list(
              "mcp.allowed.hosts",
              "that of `mcp.url`, and loopback",
              "`Host` names that are answered, without port, or `*` for any",
              Endpoint::host));

  static final Setting<Integer> BODY =
      add(
          number(
              "mcp.limits.body",
              1_048_576,
              "bytes",
              1024,
              67_108_864,
              "the largest request body that is read"));

  static final Setting<Integer> BODY_SECONDS =
      add(
          number(
              "mcp.limits.body.seconds",
              30,
              "seconds",
              1,
              3600,
              "how long a request body may take to arrive, byte by byte"));

  static final Setting<Integer> STREAMS =
      add(
          number(
              "mcp.limits.streams",
              10_000,
              "streams",
              1,
              MOST,
              "how many listening clients (`subscriptions/listen`, or GET of a session) one node keeps"));

  static final Setting<Integer> STREAMS_PER_CALLER =
      add(
          number(
              "mcp.limits.streams.caller",
              100,
              "streams",
              1,
              MOST,
              "how many of them may be of one caller"));

  static final Setting<Integer> SESSIONS_PER_CALLER =
      add(
          number(
              "mcp.limits.sessions.caller",
              100,
              "sessions",
              1,
              1000,
              "how many sessions of clients until 2025-11-25 one node keeps for one caller; one"
                  + " more ends the longest idle"));

  static final Setting<Integer> CALLS =
      add(
          number(
              "mcp.quota.calls",
              0,
              "calls a minute",
              0,
              MOST,
              "how many calls one node runs for all callers; 0 for any number"));

  static final Setting<Integer> CALLS_PER_CALLER =
      add(
          number(
              "mcp.quota.calls.caller",
              0,
              "calls a minute",
              0,
              MOST,
              "how many calls of one tool, prompt or resource one node runs for one caller of one"
                  + " organization; 0 for any number"));

  static final Setting<Integer> REFUSALS_PER_ADDRESS =
      add(
          number(
              "mcp.quota.refusals.address",
              6000,
              "refusals a minute",
              0,
              MOST,
              "how many requests without a valid token from one address one node answers with"
                  + " more than 429; 0 for any number"));

  static final Setting<Boolean> QUOTAS_SHARED =
      add(
          flag(
              "mcp.quota.shared",
              false,
              "whether the quotas of calls are those of all nodes together; needs a data source"));

  static final Setting<List<AddressBlock>> TRUSTED_PROXIES =
      add(
          list(
              "mcp.trusted.proxies",
              "none",
              "IP addresses or blocks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` is believed",
              AddressBlock::parse));

  static final Setting<List<String>> DISABLED_TOOLS =
      add(
          list(
              "mcp.disabled.tools",
              "none",
              "tools that are switched off" + REREAD,
              entry -> entry));

  static final Setting<List<String>> DISABLED_PROMPTS =
      add(
          list(
              "mcp.disabled.prompts",
              "none",
              "prompts that are switched off" + REREAD,
              entry -> entry));

  static final Setting<List<String>> DISABLED_RESOURCES =
      add(
          list(
              "mcp.disabled.resources",
              "none",
              "names of resources and templates that are switched off" + REREAD,
              entry -> entry));

  static final Setting<Boolean> READ_ONLY =
      add(
          flag(
              "mcp.read.only",
              false,
              "whether only tools that are declared read-only are there" + REREAD));

  static final Setting<Optional<String>> MAINTENANCE =
      add(
          text(
              "mcp.maintenance.message",
              "none",
              "what every call is answered with, instead of being run" + REREAD));

  static final Setting<Integer> KEEP_ALIVE =
      add(
          number(
              "mcp.stream.keep.alive",
              15,
              "seconds",
              1,
              60,
              "the longest silence on a stream, after which a comment is sent"));

  static final Setting<Integer> RECONNECT_AFTER =
      add(
          number(
              "mcp.stream.reconnect.after",
              120,
              "seconds",
              1,
              3600,
              "when a client of 2025-11-25 that waits for a call is told to come back for the"
                  + " rest"));

  static final Setting<Optional<List<SecretKey>>> STATE_KEYS =
      add(
          of(
                  "mcp.state.key",
                  "a key of the node's own, gone after a restart",
                  "32 bytes in base64",
                  "seals what a client carries between the rounds of a call; the same on all nodes",
                  StateKeys::parse)
              .secret());

  static final Setting<Boolean> SINGLE_USE =
      add(
          flag(
              "mcp.state.single.use",
              false,
              "whether each such state is accepted once: per node, or where there is a data source, at all"));

  static final Setting<Optional<String>> DATA_SOURCE =
      add(
          text(
              "mcp.data.source",
              "`jdbc/gatehouse`, if there is one",
              "the name of the data source that keeps what outlives a node"));

  static final Setting<Boolean> DATA_LISTEN =
      add(
          flag(
              "mcp.data.listen",
              true,
              "whether a node keeps a connection to PostgreSQL that tells it of others at once, by `LISTEN`"));

  static final Setting<Integer> TASK_LIFE =
      add(
          number(
              "mcp.task.life",
              3600,
              "seconds",
              60,
              604800,
              "how long a task and its result are kept, from its beginning"));

  static final Setting<Integer> TASKS_PER_CALLER =
      add(
          number(
              "mcp.max.tasks.per.caller",
              100,
              "tasks",
              1,
              10000,
              "how many tasks are kept of one caller"));

  static final Setting<Boolean> ADMIN =
      add(
          flag(
              "mcp.admin.enabled",
              false,
              "whether administrators' resources are there, for the scope `mcp:admin`"));

  static final Setting<Boolean> LANDING =
      add(
          flag(
              "mcp.landing.enabled",
              true,
              "whether a browser that opens the application gets a page that tells what it is"));

  static final Setting<Boolean> LANDING_TOOLS =
      add(
          flag(
              "mcp.landing.tools",
              false,
              "whether that page shows the tools, their scopes and `mcp.instructions` to anyone"));

  static final Setting<Optional<String>> SERVER_NAME =
      add(text("mcp.server.name", "`gatehouse`", "the name that clients are told"));

  static final Setting<Optional<String>> SERVER_TITLE =
      add(text("mcp.server.title", "none", "the name that people are shown"));

  static final Setting<Optional<String>> SERVER_VERSION =
      add(text("mcp.server.version", "that of the WAR", "the version that clients are told"));

  static final Setting<Optional<URI>> SERVER_ICON =
      add(
          url(
              "mcp.server.icon",
              "none",
              "the picture that clients may show for this server",
              WebUrl::secure));

  static final Setting<Boolean> LENIENT =
      add(
          flag(
              "mcp.arguments.lenient",
              false,
              "whether numbers, booleans, lists and objects that a model sends as text are read"));

  static final Setting<Optional<String>> INSTRUCTIONS =
      add(text("mcp.instructions", "none", "what a model should know about this server"));

  static final Setting<Optional<String>> ISSUER =
      add(
          url(
              "mp.jwt.verify.issuer",
              "both forms of Scalekit's",
              "the only accepted `iss`; for another issuer than Scalekit",
              TokenTrust::exactUrl));

  static final Setting<Optional<URI>> KEYS =
      add(
          url(
              "mp.jwt.verify.publickey.location",
              "`<scalekit.environment.url>/keys`",
              "the issuer's JWK Set",
              WebUrl::secure));

  static final Setting<List<String>> AUDIENCES =
      add(
          list(
              "mp.jwt.verify.audiences",
              "`scalekit.resource.id`",
              "a token must name one of these in `aud`",
              entry -> entry));

  static final Setting<List<String>> ALGORITHMS =
      add(
          list(
                  "mp.jwt.verify.publickey.algorithm",
                  "`RS256`",
                  "the accepted signature algorithms with public keys",
                  TokenTrust::asymmetric)
              .or(List.of("RS256")));

  static final Setting<Integer> CLOCK_SKEW =
      add(
          number(
              "mp.jwt.verify.clock.skew",
              30,
              "seconds",
              0,
              300,
              "how far the issuer's clock may be off"));

  static final Setting<Optional<Integer>> TOKEN_AGE =
      add(
          optionalNumber(
              "mp.jwt.verify.token.age",
              "seconds",
              1,
              31_536_000,
              "how long after its `iat` a token is accepted, whatever its `exp` says"));

  static final Setting<Optional<String>> TOKEN_HEADER =
      add(
          of(
              "mp.jwt.token.header",
              "`Authorization`",
              "text",
              "where the token is; MCP clients send it nowhere else, so no other value is accepted",
              TokenTrust::authorization));

  static {
    add(
        refused(
            "mp.jwt.token.cookie",
            "browsers would send a token in a cookie for any page; MCP clients send it in"
                + " `Authorization`"));
    add(
        refused(
            "mp.jwt.verify.publickey",
            "a key in the configuration can't be rotated; set `mp.jwt.verify.publickey.location`"));
    add(refused("mp.jwt.decrypt.key.location", "tokens are signed, never encrypted"));
    add(refused("mp.jwt.decrypt.key.algorithm", "tokens are signed, never encrypted"));
  }

  private KnownSettings() {}

  private static <T> Setting<T> add(Setting<T> setting) {
    LIST.add(setting);
    return setting;
  }
}
