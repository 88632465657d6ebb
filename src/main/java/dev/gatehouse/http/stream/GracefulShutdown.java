package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.McpDispatcher;
import jakarta.inject.Inject;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.time.Duration;

/**
 * Tells those who listen that this node goes. Serves nothing; a servlet, because Jersey can write
 * no more once its own servlet is destroyed, which Payara does after those of web.xml and before
 * every other sign of the end.
 */
public class GracefulShutdown implements Servlet {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ServletConfig config;

  @Inject McpDispatcher dispatcher;
  @Inject SseWriteExecutor writers;

  @Override
  public void init(ServletConfig config) {
    this.config = config;
  }

  @Override
  public ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "";
  }

  @Override
  public void service(ServletRequest request, ServletResponse response) {
    throw new UnsupportedOperationException("This servlet has no mapping");
  }

  @Override
  public void destroy() {
    dispatcher.stop();
    writers.awaitIdle(PATIENCE);
  }
}
