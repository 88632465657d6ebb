package bench;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The SDK's stateless servlet behind a filter, in an embedded Tomcat on 127.0.0.1. */
public final class TodoServer {
  private static final String PATH = "/mcp";

  private TodoServer() {}

  public static void main(String[] args) throws Exception {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .messageEndpoint(PATH)
            .contextExtractor(Scopes::context)
            .build();
    McpServer.sync(transport)
        .serverInfo("todo", "1")
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .tools(new TodoTools().all())
        .build();
    Tomcat tomcat = tomcat(Integer.parseInt(System.getenv("BENCH_PORT")));
    Context context = tomcat.addContext("", System.getProperty("java.io.tmpdir"));
    addFilter(context);
    Tomcat.addServlet(context, "mcp", transport).setAsyncSupported(true);
    context.addServletMappingDecoded(PATH, "mcp");
    tomcat.start();
    tomcat.getServer().await();
  }

  private static Tomcat tomcat(int port) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("bench-tomcat").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
    return tomcat;
  }

  private static void addFilter(Context context) throws Exception {
    FilterDef filter = new FilterDef();
    filter.setFilterName("token");
    filter.setFilter(
        new TokenFilter(
            System.getenv("BENCH_KEYS"),
            System.getenv("BENCH_ISSUER"),
            System.getenv("BENCH_AUDIENCE")));
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap map = new FilterMap();
    map.setFilterName("token");
    map.addURLPattern(PATH);
    context.addFilterMap(map);
  }
}
