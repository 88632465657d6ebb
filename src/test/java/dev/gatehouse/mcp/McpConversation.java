package dev.gatehouse.mcp;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.completion.CompletionRegistry;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.CallRefusedException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.mcp.method.ServerFeatures;
import dev.gatehouse.tool.AccessDeniedException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A client of the dispatcher, in process: real beans, real settings, no HTTP. */
public final class McpConversation implements AutoCloseable {
  public static final class Denied extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    Denied(String tool) {
      super(tool);
    }
  }

  private final WeldContainer container;
  private final McpDispatcher dispatcher = new McpDispatcher();
  private Watch watch = new Watch() {};

  public McpConversation() throws Exception {
    this(FixtureTools.class);
  }

  /** With the tools, prompts and resources of these beans only. */
  public McpConversation(Class<?>... beans) throws Exception {
    this(Nodes.none(), Map.of(), beans);
  }

  /** One of several nodes, with more settings. */
  public McpConversation(Nodes nodes, Map<String, String> more, Class<?>... beans)
      throws Exception {
    container = container(beans);
    dispatcher.prepare(settings(more), container.select(ServerFeatures.class).get(), nodes);
  }

  private static WeldContainer container(Class<?>... beans) {
    return new Weld()
        .disableDiscovery()
        .addPackage(false, ToolRegistry.class)
        .addPackage(false, PromptRegistry.class)
        .addPackage(false, ResourceRegistry.class)
        .addPackage(false, CompletionRegistry.class)
        .addBeanClasses(ServerFeatures.class)
        .addBeanClasses(beans)
        .addExtensions(
            new ToolExtension(),
            new PromptExtension(),
            new ResourceExtension(),
            new CompletionExtension())
        .initialize();
  }

  private static Settings settings(Map<String, String> more) {
    var config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "scalekit.environment.url", "https://acme.scalekit.dev",
                        "scalekit.resource.id", "res_1",
                        "mcp.url", "https://mcp.acme.example/mcp",
                        "mcp.server.version", "1",
                        "mcp.server.icon", "https://acme.com/server.png",
                        "mcp.instructions", "Be kind."),
                    "test",
                    100),
                new PropertiesConfigSource(more, "more", 200))
            .build();
    return Settings.load(config);
  }

  /** Who sees the calls of a test. */
  public interface Watch {
    default CallEnd admit(MethodCall call) {
      return CallEnd.NONE;
    }

    default void denied(MethodCall call) {}

    default RequestObservation observe(ReceivedRequest request) {
      return RequestObservation.NONE;
    }

    /** Lets as many calls run as there are permits. */
    static Watch within(Semaphore quota) {
      return new Watch() {
        @Override
        public CallEnd admit(MethodCall call) {
          if (!quota.tryAcquire()) {
            throw CallRefusedException.tooMany("Too many calls", Duration.ofSeconds(1));
          }
          return CallEnd.NONE;
        }
      };
    }
  }

  /** What allows all but the "secret" tool. */
  private record AllButSecret(String caller, Watch watch) implements Authorization {
    @Override
    public Instant until() {
      return Instant.MAX;
    }

    @Override
    public boolean allows(Declaration tool) {
      return !tool.name().equals("secret");
    }

    @Override
    public void demand(MethodCall call) {
      if (!allows(call.declaration())) {
        watch.denied(call);
        throw new Denied(call.declaration().name());
      }
    }

    @Override
    public CallEnd admit(MethodCall call) {
      return watch.admit(call);
    }

    @Override
    public void start(Runnable work) {
      new Thread(work).start();
    }

    @Override
    public RequestObservation observe(ReceivedRequest request) {
      return watch.observe(request);
    }
  }

  /** As when the node ends. */
  public void stop() {
    dispatcher.stop();
  }

  /** A bean of the same container. */
  public <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  /** From now on, this watch sees all calls. */
  public void watchedBy(Watch newWatch) {
    watch = newWatch;
  }

  public McpResponse.Immediate send(String body, Map<String, String> headers) throws Exception {
    return sendAs("ann", body, headers);
  }

  public McpResponse.Immediate sendAs(String caller, String body, Map<String, String> headers)
      throws Exception {
    return (McpResponse.Immediate) answer(caller, body, headers, false);
  }

  /** The same of a client that takes a stream. */
  public McpResponse sendFollowing(String body, Map<String, String> headers) throws Exception {
    return answer("ann", body, headers, true);
  }

  private McpResponse answer(
      String caller, String body, Map<String, String> headers, boolean mayStream) throws Exception {
    return dispatcher.answer(
        new JsonRpcCodec().parse(body.getBytes(StandardCharsets.UTF_8)),
        headers(headers),
        new AllButSecret(caller, watch),
        mayStream);
  }

  public McpResponse.Immediate end(String caller, Map<String, String> headers) {
    return (McpResponse.Immediate)
        dispatcher.end(headers(headers), new AllButSecret(caller, watch));
  }

  /** The stream of a session. */
  public McpResponse listen(String caller, Map<String, String> headers) {
    return dispatcher.listen(headers(headers), new AllButSecret(caller, watch));
  }

  private static McpHeaders headers(Map<String, String> headers) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> values.put(name, List.of(value)));
    return new McpHeaders(values);
  }

  /** Begins a session in this version; its id. */
  public String session(String version) throws Exception {
    return sessionOf("ann", version);
  }

  public String sessionOf(String caller, String version) throws Exception {
    String params = "{\"protocolVersion\":\"%s\",\"capabilities\":{}}".formatted(version);
    return sendAs(
            caller,
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":" + params + "}",
            Map.of())
        .session()
        .orElseThrow();
  }

  public static JsonObject object(McpResponse.Immediate response) {
    return response.body().orElseThrow().asJsonObject();
  }

  public static int errorCode(McpResponse.Immediate response) {
    return object(response).getJsonObject("error").getInt("code");
  }

  @Override
  public void close() {
    container.close();
  }
}
