package dev.gatehouse.http;

import dev.gatehouse.audit.Sender;
import dev.gatehouse.audit.SenderHolder;
import dev.gatehouse.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Notes where a request comes from, which Jakarta REST can't tell. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SenderFilter implements Filter {
  private ClientAddress addresses = new ClientAddress(List.of());

  @Inject SenderHolder holder;
  @Inject Settings settings;

  @Override
  public void init(FilterConfig config) {
    addresses = new ClientAddress(settings.trustedProxies());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String peer = Optional.ofNullable(http.getRemoteAddr()).orElse("unknown");
    holder.set(
        new Sender(
            addresses.of(peer, Collections.list(http.getHeaders("X-Forwarded-For"))),
            Optional.ofNullable(http.getHeader("traceparent"))));
    try {
      chain.doFilter(request, response);
    } finally {
      holder.clear();
    }
  }
}
