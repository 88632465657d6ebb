package dev.gatehouse.support.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * An authorization server that looks like a Scalekit environment with one MCP server registered. It
 * listens on 127.0.0.1 only, keeps everything in bounded memory, and forgets it when closed. Not
 * for production.
 */
public final class ScalekitStandIn implements AutoCloseable {
  /** A machine client, for the grant {@code client_credentials}. */
  public static final String M2M_CLIENT_ID = "m2m_100000000000000001";

  /** The secret of {@link #M2M_CLIENT_ID}. */
  public static final String M2M_CLIENT_SECRET = "stand-in-secret";

  /** The environment's API credentials: their tokens have no audience. */
  public static final String API_CLIENT_ID = "skc_100000000000000001";

  /** The secret of {@link #API_CLIENT_ID}. */
  public static final String API_CLIENT_SECRET = "stand-in-api-secret";

  /** The client to whom {@link #mint()} issues tokens; it can't ask for any itself. */
  public static final String PUBLIC_CLIENT_ID = "m2m_100000000000000002";

  private static final int THREADS = 8;
  private static final int WAITING_LIMIT = 128;

  static {
    // Without it, headers and body travel in two packets and the second waits 40 ms for an ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Seconds for a request to arrive, so that slow senders do not hold every thread.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final TokenIssuer issuer;
  private final Authorization authorization;

  private ScalekitStandIn(Builder builder) {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", builder.port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int port = server.getAddress().getPort();
    var settings = builder.settings("http://127.0.0.1:" + port);
    var policy = new Policy(builder.accessTokenLifetime);
    issuer = new TokenIssuer(settings, builder.keys, policy, builder.clock);
    var clients = builder.clients();
    var grants = new Grants(builder.clock);
    authorization = new Authorization(issuer, clients, grants, builder.autoApprove);
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_LIMIT),
            ScalekitStandIn::daemon,
            new ThreadPoolExecutor.CallerRunsPolicy());
    server.setExecutor(threads);
    server.createContext("/", new FrontDoor(port, routes(builder, clients, grants)));
    server.start();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** {@code http://127.0.0.1:<port>}, without a slash at the end. */
  public String environmentUrl() {
    return issuer.settings().environmentUrl();
  }

  public String resourceId() {
    return issuer.settings().resourceId();
  }

  public String resourceUrl() {
    return issuer.settings().resourceUrl();
  }

  /** Tokens without a flow. */
  public TokenMint mint() {
    return new TokenMint(issuer);
  }

  public KeyRing keys() {
    return issuer.keys();
  }

  /** For tokens that are issued from now on. */
  public void accessTokenLifetime(Duration lifetime) {
    issuer.policy().accessTokenLifetime(lifetime);
  }

  /** Consent grants no other scopes of the resource than these; OpenID's are not affected. */
  public void grantableScopes(String... scopes) {
    issuer.policy().grantable(new Scopes(List.of(scopes)));
  }

  /** The latest authorization requests, oldest first, also those that were refused. */
  public List<AuthorizationRequestSeen> authorizationRequests() {
    return authorization.seen();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Map<String, Route> routes(Builder builder, Clients clients, Grants grants) {
    Settings settings = issuer.settings();
    String resource = "/resources/" + settings.resourceId();
    String server = "/.well-known/oauth-authorization-server";
    var metadata = new Metadata(settings, builder.registration, clients.readDocuments());
    var tokens = new TokenEndpoint(issuer, clients, grants);
    var routes = new LinkedHashMap<String, Route>();

    Route ofResource = Route.open("GET", call -> Answer.json(200, metadata.ofResource()));
    routes.put(resource + server, ofResource);
    if (builder.pathInsertedMetadata) {
      routes.put(server + resource, ofResource);
    }
    Route ofEnvironment = Route.open("GET", call -> Answer.json(200, metadata.ofEnvironment()));
    routes.put("/.well-known/openid-configuration", ofEnvironment);
    routes.put(server, ofEnvironment);
    routes.put("/keys", Route.open("GET", call -> issuer.keys().answer()));
    routes.put(
        "/dashboard/metadata/" + settings.resourceId(),
        Route.open("GET", call -> Answer.json(200, metadata.ofDashboard())));

    if (builder.registration) {
      routes.put(
          "/api/v1" + resource + "/clients:register",
          Route.open("POST", new Registration(issuer, clients)));
    }
    routes.put(
        resource + "/oauth/authorize",
        Route.page("GET", authorization.of(settings.resourceIssuer())));
    routes.put("/oauth/authorize", Route.page("GET", authorization.of(settings.environmentUrl())));
    routes.put(resource + "/oauth/consent", Route.page("POST", authorization::decide));
    routes.put(resource + "/oauth/token", Route.open("POST", tokens::ofResource));
    routes.put(resource + "/oauth/revoke", Route.open("POST", tokens::revoke));
    routes.put("/oauth/token", Route.open("POST", tokens::ofEnvironment));
    return routes;
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "scalekit-stand-in");
    thread.setDaemon(true);
    return thread;
  }

  /** What the environment is to look like. */
  public static final class Builder {
    private final Map<String, Client> preregistered = new LinkedHashMap<>();
    private int port;
    private KeyRing keys = new KeyRing();
    private String resourceId = "res_123456789012345678";
    private String resourceUrl = "http://127.0.0.1:8080/mcp";
    private Supplier<List<String>> scopes = () -> List.of("todo:read", "todo:write");
    private IssuerForm issuerForm = IssuerForm.ENVIRONMENT;
    private Duration accessTokenLifetime = Duration.ofSeconds(3600);
    private Clock clock = Clock.systemUTC();
    private boolean autoApprove;
    private boolean registration = true;
    private boolean pathInsertedMetadata = true;
    private boolean clientDocuments = true;
    private Optional<SSLContext> trust = Optional.empty();
    private boolean privateAddresses;

    private Builder() {
      add(Client.withSecret(M2M_CLIENT_ID, M2M_CLIENT_SECRET));
      add(Client.withSecret(API_CLIENT_ID, API_CLIENT_SECRET));
    }

    /** 0, the default, takes any free port. */
    public Builder port(int wanted) {
      port = wanted;
      return this;
    }

    /** The keys of one that was closed, which this one goes on with. */
    public Builder keys(KeyRing known) {
      keys = known;
      return this;
    }

    public Builder resourceId(String id) {
      resourceId = id;
      return this;
    }

    /** The URL of the MCP server, as registered in the dashboard. */
    public Builder resourceUrl(String url) {
      resourceUrl = url;
      return this;
    }

    /** The scopes of the MCP server, as registered in the dashboard. */
    public Builder scopes(List<String> registered) {
      return scopes(() -> registered);
    }

    /** The same where they change, as if somebody kept the dashboard up to date. */
    public Builder scopes(Supplier<List<String>> registered) {
      scopes = registered;
      return this;
    }

    public Builder issuerForm(IssuerForm form) {
      issuerForm = form;
      return this;
    }

    public Builder accessTokenLifetime(Duration lifetime) {
      accessTokenLifetime = lifetime;
      return this;
    }

    /**
     * Answers authorization requests at once, in the name of alice or of the {@code login_hint}.
     * For tests only: registration is open to any web page.
     */
    public Builder autoApprove(boolean approve) {
      autoApprove = approve;
      return this;
    }

    /** A client without a secret that needs no registration. */
    public Builder publicClient(String id, String... redirectUris) {
      return add(Client.forUsers(id, id, List.of(redirectUris)));
    }

    /** The dashboard's switch for dynamic client registration; on by default. */
    public Builder dynamicRegistration(boolean on) {
      registration = on;
      return this;
    }

    /** The dashboard's switch for client id metadata documents; on by default. */
    public Builder clientDocuments(boolean on) {
      clientDocuments = on;
      return this;
    }

    /** Fetches client id metadata documents with this trust, if need be from private addresses. */
    public Builder clientDocuments(SSLContext context, boolean fromPrivateAddresses) {
      trust = Optional.of(context);
      privateAddresses = fromPrivateAddresses;
      return this;
    }

    /** Whether RFC 8414's own form of the metadata address works; it does not on every tenant. */
    public Builder pathInsertedMetadata(boolean on) {
      pathInsertedMetadata = on;
      return this;
    }

    public Builder clock(Clock given) {
      clock = given;
      return this;
    }

    public ScalekitStandIn start() {
      return new ScalekitStandIn(this);
    }

    private Builder add(Client client) {
      preregistered.put(client.id(), client);
      return this;
    }

    private Settings settings(String environmentUrl) {
      Supplier<Scopes> registered = () -> new Scopes(scopes.get());
      return new Settings(environmentUrl, resourceId, resourceUrl, registered, issuerForm);
    }

    private Clients clients() {
      return new Clients(
          preregistered,
          Optional.of(clientDocuments)
              .filter(on -> on)
              .map(on -> new ClientDocuments(trust, privateAddresses)));
    }
  }
}
