package dev.gatehouse.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.Config;

/** Every setting of Gatehouse, typed and checked; collections can't be changed. */
public final class Settings {
  private static final List<? extends Setting<?>> READ_ONCE =
      KnownSettings.ALL.stream().filter(setting -> !setting.hasPlaceholder()).toList();

  private final SettingValues values;
  private final TokenTrust trust;
  private final Endpoint endpoint;
  private final ImpliedScopes implied;
  private final RoleMapping roles;
  private final List<String> unknown;
  private final List<String> remarks;

  private Settings(PropertySource source) {
    values = new SettingValues(source, READ_ONCE);
    implied = ImpliedScopes.read(source);
    roles = RoleMapping.read(source);
    unknown = new UnknownNames(source).sentences();
    TokenTrust.reportMissing(source);
    Endpoint.reportMissing(source);
    source.refuseIfBroken(unknown);
    trust = TokenTrust.of(values);
    endpoint = Endpoint.of(values);
    new Oddities(source, values).remark();
    remarks = source.remarks();
  }

  /** Reads everything once; throws a SettingsException with all problems. */
  public static Settings load(Config config) {
    return new Settings(new PropertySource(config));
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
    return values.get(KnownSettings.ALGORITHMS);
  }

  /** How far the issuer's clock may be off. */
  public Duration clockSkew() {
    return Duration.ofSeconds(values.get(KnownSettings.CLOCK_SKEW));
  }

  /** How long after its {@code iat} a token is accepted; empty for as long as its {@code exp}. */
  public Optional<Duration> tokenAge() {
    return values.get(KnownSettings.TOKEN_AGE).map(Duration::ofSeconds);
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
    return Optional.of(values.get(KnownSettings.DEFAULT_SCOPES))
        .filter(scopes -> !scopes.isEmpty());
  }

  /**
   * Scope to all scopes it implies, transitively, without itself; scopes that imply nothing are
   * absent. Throws a SettingsException if an entry for a known scope is not a scope.
   */
  public Map<String, Set<String>> impliedScopes(Set<String> knownScopes) {
    return implied.closure(knownScopes);
  }

  /**
   * Sentences about what is set and means nothing where tools need these scopes: misspelt names and
   * scopes. Throws a SettingsException if an entry for a known scope is not a scope.
   */
  public List<String> ignored(Set<String> neededScopes) {
    return Stream.concat(unknown.stream(), implied.remarks(neededScopes).stream()).toList();
  }

  /** Whether the container is told who calls, as far as it can be read; never throws. */
  public static boolean containerLogin(Config config) {
    return new PropertySource(config).read(KnownSettings.CONTAINER_LOGIN);
  }

  /** Which roles a caller has. */
  public RoleMapping roles() {
    return roles;
  }

  /** The largest accepted request body. */
  public int maxBodyBytes() {
    return values.get(KnownSettings.BODY);
  }

  /** How long a request body may take to arrive. */
  public Duration maxBodyTime() {
    return Duration.ofSeconds(values.get(KnownSettings.BODY_SECONDS));
  }

  /** Whether clients, which call the URL, take metadata of this resource. */
  public boolean isResourceAtEndpoint() {
    return endpoint.isResourceAtUrl();
  }

  /** How many streams that listen may be open on this node. */
  public int maxStreams() {
    return values.get(KnownSettings.STREAMS);
  }

  /** How many of them one caller may have. */
  public int maxStreamsPerCaller() {
    return values.get(KnownSettings.STREAMS_PER_CALLER);
  }

  /** How many sessions of the revisions until 2025-11-25 one caller may have on this node. */
  public int maxSessionsPerCaller() {
    return values.get(KnownSettings.SESSIONS_PER_CALLER);
  }

  /** How long the stream of a call may be open until its client is told to come back. */
  public Duration reconnectAfter() {
    return Duration.ofSeconds(values.get(KnownSettings.RECONNECT_AFTER));
  }

  /** The longest silence on a stream, after which a comment is sent. */
  public Duration keepAlive() {
    return Duration.ofSeconds(values.get(KnownSettings.KEEP_ALIVE));
  }

  /**
   * AES-256 keys for the state that clients carry between the rounds of a call: the first seals,
   * all open; empty if a key of this node's own is enough.
   */
  public List<SecretKey> stateKeys() {
    return values.get(KnownSettings.STATE_KEYS).orElse(List.of());
  }

  /** Whether each such state is accepted once only, as far as this node knows. */
  public boolean singleUseStates() {
    return values.get(KnownSettings.SINGLE_USE);
  }

  /** The JNDI name of the data source to be used; empty for the usual one, if it is there. */
  public Optional<String> dataSource() {
    return values.get(KnownSettings.DATA_SOURCE);
  }

  /** Whether a connection to it may be kept that is told of news. */
  public boolean listensToDatabase() {
    return values.get(KnownSettings.DATA_LISTEN);
  }

  /** How long a task is kept, from its beginning. */
  public Duration taskLife() {
    return Duration.ofSeconds(values.get(KnownSettings.TASK_LIFE));
  }

  /** How many tasks are kept of one caller. */
  public int maxTasksPerCaller() {
    return values.get(KnownSettings.TASKS_PER_CALLER);
  }

  /** The proxies that are believed when they say for whom they forward. */
  public List<AddressBlock> trustedProxies() {
    return values.get(KnownSettings.TRUSTED_PROXIES);
  }

  /** How much callers may do. */
  public Quotas quotas() {
    return Quotas.of(values);
  }

  /** What is switched off when the WAR is deployed. */
  public Switches switches() {
    return Switches.of(values);
  }

  /** Whether there are resources for administrators at all. */
  public boolean adminEnabled() {
    return values.get(KnownSettings.ADMIN);
  }

  /** Whether there is a page for people who open the application in a browser. */
  public boolean landingEnabled() {
    return values.get(KnownSettings.LANDING);
  }

  /** Whether that page may show the tools, their scopes and the instructions to anyone. */
  public boolean landingTools() {
    return values.get(KnownSettings.LANDING_TOOLS);
  }

  /** Sentences about settings that can be used but were hardly meant so; each names its setting. */
  public List<String> remarks() {
    return remarks;
  }

  /** A sentence about each name that is set in our spaces and means nothing. */
  public List<String> unknown() {
    return unknown;
  }

  public String serverName() {
    return values.get(KnownSettings.SERVER_NAME).orElse("gatehouse");
  }

  public Optional<String> serverTitle() {
    return values.get(KnownSettings.SERVER_TITLE);
  }

  public String serverVersion() {
    return values.get(KnownSettings.SERVER_VERSION).orElse("unknown");
  }

  /** A picture for people. */
  public Optional<URI> serverIcon() {
    return values.get(KnownSettings.SERVER_ICON);
  }

  /** Whether arguments in the text of a string are read as what their type wants. */
  public boolean lenientArguments() {
    return values.get(KnownSettings.LENIENT);
  }

  /** What a model should know about this server. */
  public Optional<String> instructions() {
    return values.get(KnownSettings.INSTRUCTIONS);
  }
}
