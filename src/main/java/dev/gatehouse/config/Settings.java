package dev.gatehouse.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.Config;

/** Every setting of Gatehouse, typed and checked; collections can't be changed. */
public final class Settings {
  private final TokenTrust trust;
  private final Endpoint endpoint;
  private final ServerIdentity server;
  private final ImpliedScopes implied;
  private final Optional<List<String>> defaultScopes;
  private final int maxBodyBytes;
  private final Duration maxBodyTime;
  private final int maxStreams;
  private final int maxStreamsPerCaller;
  private final int maxSessionsPerCaller;
  private final Duration keepAlive;
  private final Duration reconnectAfter;
  private final StateSealing stateSealing;
  private final List<AddressBlock> trustedProxies;
  private final Quotas quotas;
  private final Switches switches;
  private final boolean adminEnabled;
  private final boolean landingEnabled;
  private final boolean landingTools;
  private final List<String> remarks;

  private Settings(PropertySource source) {
    trust = TokenTrust.read(source);
    endpoint = Endpoint.read(source);
    server = ServerIdentity.read(source);
    implied = ImpliedScopes.read(source);
    defaultScopes = source.scopes("mcp.scopes.default");
    maxBodyBytes = source.number("mcp.limits.body", 1_048_576, 1024, 67_108_864);
    maxBodyTime = Duration.ofSeconds(source.number("mcp.limits.body.seconds", 30, 1, 3600));
    maxStreams = source.number("mcp.limits.streams", 10_000, 1, 1_000_000);
    maxStreamsPerCaller = source.number("mcp.limits.streams.caller", 100, 1, 1_000_000);
    maxSessionsPerCaller = source.number("mcp.limits.sessions.caller", 100, 1, 1000);
    keepAlive = Duration.ofSeconds(source.number("mcp.stream.keep.alive", 15, 1, 60));
    reconnectAfter = Duration.ofSeconds(source.number("mcp.stream.reconnect.after", 120, 1, 3600));
    stateSealing = StateSealing.read(source);
    trustedProxies =
        source.list("mcp.trusted.proxies", Settings::block).orElse(List.of()).stream()
            .map(AddressBlock::parse)
            .toList();
    quotas = Quotas.read(source);
    switches = Switches.read(source);
    adminEnabled = source.flag("mcp.admin.enabled", false);
    landingEnabled = source.flag("mcp.landing.enabled", true);
    landingTools = source.flag("mcp.landing.tools", false);
    remarks = source.remarks();
  }

  /** Reads everything once; throws a SettingsException with all problems. */
  public static Settings load(Config config) {
    return read(new PropertySource(config));
  }

  static Settings read(PropertySource source) {
    Settings settings = new Settings(source);
    source.refuseIfBroken();
    return settings;
  }

  /** The accepted values of {@code iss}, compared exactly (RFC 7519 §4.1.1). */
  public Set<String> issuers() {
    return trust.issuers();
  }

  /** One name for an issuer whatever form its {@code iss} takes, so that users keep their data. */
  public String canonicalIssuer(String issuer) {
    return trust.scalekit().canonical(issuer);
  }

  /** The issuers that clients are sent to (RFC 9728 §2); at least one. */
  public List<String> authorizationServers() {
    return trust.authorizationServers();
  }

  /** Where the issuer publishes its JWK Set. */
  public URI keysUrl() {
    return trust.keysUrl();
  }

  /** A token must name one of these in {@code aud}; at least one. */
  public Set<String> audiences() {
    return trust.audiences();
  }

  /** The accepted signature algorithms (RFC 7518 §3.1), never symmetric ones. */
  public List<String> algorithms() {
    return trust.algorithms();
  }

  /** How far the issuer's clock may be off. */
  public Duration clockSkew() {
    return trust.clockSkew();
  }

  /** The properties that decided whose tokens are accepted. */
  public DecidingProperties deciding() {
    return trust.deciding();
  }

  /** The public URL of the endpoint, without a trailing slash. */
  public URI endpoint() {
    return endpoint.url();
  }

  /** The resource identifier (RFC 8707), as clients compare it. */
  public String resource() {
    return endpoint.resource();
  }

  /** Where the protected resource metadata (RFC 9728) can be read. */
  public URI resourceMetadataUrl() {
    return endpoint.metadataUrl();
  }

  /** A page for developers, if there is one. */
  public Optional<URI> resourceDocumentation() {
    return endpoint.documentation();
  }

  /** Origins such as {@code https://host.example}, in lower case, or {@code *} for any. */
  public Set<String> allowedOrigins() {
    return endpoint.allowedOrigins();
  }

  /** Host names without port, in lower case, or {@code *} for any. */
  public Set<String> allowedHosts() {
    return endpoint.allowedHosts();
  }

  /** The scopes of the first challenge, if they are not those of the tools. */
  public Optional<List<String>> defaultScopes() {
    return defaultScopes;
  }

  /**
   * Scope to all scopes it implies, transitively, without itself; scopes that imply nothing are
   * absent. Throws a SettingsException if an entry for a known scope is not a scope.
   */
  public Map<String, Set<String>> impliedScopes(Set<String> knownScopes) {
    return implied.closure(knownScopes);
  }

  /** The largest accepted request body. */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /** How long a request body may take to arrive. */
  public Duration maxBodyTime() {
    return maxBodyTime;
  }

  /** How many streams that listen may be open on this node. */
  public int maxStreams() {
    return maxStreams;
  }

  /** How many of them one caller may have. */
  public int maxStreamsPerCaller() {
    return maxStreamsPerCaller;
  }

  /** How many sessions of the revisions until 2025-11-25 one caller may have on this node. */
  public int maxSessionsPerCaller() {
    return maxSessionsPerCaller;
  }

  /** How long the stream of a call may be open until its client is told to come back. */
  public Duration reconnectAfter() {
    return reconnectAfter;
  }

  /** The longest silence on a stream, after which a comment is sent. */
  public Duration keepAlive() {
    return keepAlive;
  }

  /**
   * AES-256 keys for the state that clients carry between the rounds of a call: the first seals,
   * all open; empty if a key of this node's own is enough.
   */
  public List<SecretKey> stateKeys() {
    return stateSealing.keys();
  }

  /** Whether each such state is accepted once only, as far as this node knows. */
  public boolean singleUseStates() {
    return stateSealing.singleUse();
  }

  private static String block(String text) {
    AddressBlock.parse(text);
    return text;
  }

  /** The proxies that are believed when they say for whom they forward. */
  public List<AddressBlock> trustedProxies() {
    return trustedProxies;
  }

  /** How much callers may do. */
  public Quotas quotas() {
    return quotas;
  }

  /** What is switched off when the WAR is deployed. */
  public Switches switches() {
    return switches;
  }

  /** Whether there are resources for administrators at all. */
  public boolean adminEnabled() {
    return adminEnabled;
  }

  /** Whether there is a page for people who open the application in a browser. */
  public boolean landingEnabled() {
    return landingEnabled;
  }

  /** Whether that page may show the tools, their scopes and the instructions to anyone. */
  public boolean landingTools() {
    return landingTools;
  }

  /** Sentences about settings that can be used but were hardly meant so; each names its setting. */
  public List<String> remarks() {
    return remarks;
  }

  public String serverName() {
    return server.name();
  }

  public Optional<String> serverTitle() {
    return server.title();
  }

  public String serverVersion() {
    return server.version();
  }

  /** What a model should know about this server. */
  public Optional<String> instructions() {
    return server.instructions();
  }
}
