package dev.gatehouse.engine.tool;

import static dev.gatehouse.engine.tool.ToolContainer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Description;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestToolsTest {
  public record Order(String id, int amount) {}

  public static class Page {
    @QueryParam("from")
    @DefaultValue("1")
    private int start;

    private int size = 10;

    @Max(100)
    @QueryParam("page-size")
    public int getSize() {
      return size;
    }

    @QueryParam("page-size")
    @Description("How many")
    public void setSize(int size) {
      this.size = size;
    }

    String words() {
      return start + "+" + size;
    }
  }

  /** JAX-RS reads what stands here. */
  public interface OrdersApi {
    @GET
    @Path("{id}")
    Order find(@PathParam("id") String id, @QueryParam("expand") boolean expanded);
  }

  @Path("orders")
  @ApplicationScoped
  @RequiresScope("orders:read")
  public static class Orders implements OrdersApi {
    @Override
    @Tool(description = "Finds")
    public Order find(String key, boolean expanded) {
      return new Order(key, expanded ? 1 : 0);
    }

    @GET
    @Tool(description = "Lists")
    public String list(
        @QueryParam("state") @DefaultValue("open") String state,
        @QueryParam("limit") int limit,
        @QueryParam("tag") List<String> tags,
        @QueryParam("by") @ToolArg(description = "Whose") String owner) {
      return state + " " + limit + " " + tags + " " + owner;
    }

    @POST
    @Tool(description = "Creates")
    public String create(Order order) {
      return order.id() + " " + order.amount();
    }

    @GET
    @Path("pages")
    @Tool(description = "Pages")
    public String page(@Valid @BeanParam Page page, @QueryParam("x") String x) {
      return page.words() + " " + x;
    }

    @GET
    @Path("mine")
    public String mine(@HeaderParam("X-Tenant") String tenant) {
      return "of " + tenant;
    }
  }

  public static class Hidden {
    @Context UriInfo uri;
  }

  @Path("wrong")
  @RequestScoped
  @RequiresScope("x")
  public static class Wrong extends Hidden {
    @QueryParam("q")
    String query;

    @Inject
    public Wrong(@Context UriInfo uri) {}

    Wrong() {}

    @Tool(description = "d")
    @GET
    public String field() {
      return "";
    }
  }

  @Path("wrong")
  @ApplicationScoped
  @RequiresScope("x")
  public static class Parameters {
    @Tool(description = "d")
    @GET
    public String context(@Context UriInfo uri) {
      return "";
    }

    @Tool(description = "d")
    @GET
    public void suspended(@Suspended AsyncResponse response) {}

    @Tool(description = "d")
    @GET
    public void sink(SseEventSink sink) {}

    @Tool(description = "d")
    @GET
    public String member(@BeanParam Hidden hidden) {
      return "";
    }

    @Tool(description = "d")
    @GET
    public String header(@HeaderParam("X-User") String user, @CookieParam("s") String session) {
      return "";
    }

    @Tool(description = "d")
    @GET
    public StreamingOutput stream() {
      return out -> {};
    }
  }

  @TempDir java.nio.file.Path folder;

  private static String properties(ToolContainer tools, String tool) {
    JsonObject schema = tools.tool(tool).arguments().schema();
    return schema.getJsonObject("properties") + " " + schema.get("required");
  }

  private static void assertAnswers(
      ToolContainer tools, String tool, String arguments, String answer) {
    assertThat(text(tools.call(tool, arguments))).isEqualTo(answer);
  }

  @Test
  void parts_of_the_request_are_arguments_under_their_names_there() {
    try (ToolContainer tools = new ToolContainer(Orders.class)) {
      assertThat(properties(tools, "find"))
          .isEqualTo(
              "{\"id\":{\"type\":\"string\"},\"expand\":{\"type\":\"boolean\",\"default\":false}} [\"id\"]");
      assertAnswers(tools, "find", "{'id':'7','expand':true}", "{\"amount\":1,\"id\":\"7\"}");
      assertAnswers(tools, "list", "{}", "open 0 [] null");
      assertAnswers(tools, "list", "{'limit':3,'tag':['a'],'by':'me'}", "open 3 [a] me");
      assertThat(properties(tools, "list")).contains("\"description\":\"Whose\"").endsWith("null");
    }
  }

  @Test
  void the_entity_is_one_argument() {
    try (ToolContainer tools = new ToolContainer(Orders.class)) {
      assertAnswers(tools, "create", "{'order':{'id':'a','amount':2}}", "a 2");
      assertThat(tools.call("create", "{}").isError()).isTrue();
    }
  }

  @Test
  void the_members_of_a_bean_param_are_arguments() {
    try (ToolContainer tools = new ToolContainer(Orders.class)) {
      assertThat(properties(tools, "page"))
          .contains("\"from\":{", "\"page-size\":{", "\"description\":\"How many\"");
      assertAnswers(tools, "page", "{'page-size':5,'x':'y'}", "1+5 y");
      assertAnswers(tools, "page", "{'from':3}", "3+0 null");
      assertAnswers(
          tools, "page", "{'page-size':101}", "page-size: must be less than or equal to 100");
    }
  }

  @Test
  void a_header_is_for_the_mapping_file_to_fix() throws Exception {
    String file =
        "{'tools':[{'class':'%s','method':'mine','description':'d','scopes':['orders:read']%s}]}"
            .formatted(Orders.class.getName(), "%s");
    assertThat(ToolContainer.problems(folder, file.formatted(""), Orders.class))
        .singleElement()
        .asString()
        .contains("X-Tenant: a header or cookie is no word of a model");
    String fixed = file.formatted(",'arguments':{'X-Tenant':{'fixed':'acme'}}");
    try (ToolContainer tools = ToolContainer.mapped(folder, fixed, Orders.class)) {
      assertAnswers(tools, "mine", "{}", "of acme");
    }
  }

  private static List<String> problems(Class<?> bean) {
    try (WeldContainer container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(bean)
            .addExtensions(new ToolExtension(), new Contexts())
            .initialize()) {
      return container.select(ToolExtension.class).get().problems();
    }
  }

  /** The bean that a JAX-RS implementation offers. */
  public static class Contexts implements jakarta.enterprise.inject.spi.Extension {
    void offer(
        @jakarta.enterprise.event.Observes jakarta.enterprise.inject.spi.AfterBeanDiscovery event) {
      event.<UriInfo>addBean().addType(UriInfo.class).createWith(context -> null);
    }
  }

  @Test
  void what_jax_rs_fills_of_the_class_is_refused_by_name() {
    assertThat(problems(Wrong.class))
        .anyMatch(p -> p.contains("uri: @Context UriInfo is of an HTTP request"))
        .anyMatch(p -> p.contains("query: JAX-RS fills it from an HTTP request"))
        .anyMatch(p -> p.contains("the constructor of") && p.contains("takes parts"));
  }

  @ParameterizedTest
  @CsvSource({
    "context,uri: @Context UriInfo is of an HTTP request",
    "suspended,response: @Suspended answers an HTTP request",
    "sink,sink: @Context SseEventSink is of an HTTP request",
    "member,uri: @Context UriInfo is of an HTTP request",
    "header,X-User: a header or cookie is no word of a model",
    "header,s: a header or cookie is no word of a model",
    "stream,it returns a StreamingOutput"
  })
  void a_parameter_that_only_a_request_can_fill_is_refused_by_name(String tool, String problem) {
    assertThat(problems(Parameters.class))
        .anyMatch(p -> p.startsWith("Tool " + tool + " (") && p.contains(problem));
  }
}
