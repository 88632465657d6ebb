package dev.gatehouse.http.filter;

import dev.gatehouse.audit.ClientOrigin;
import dev.gatehouse.audit.ClientOriginHolder;
import dev.gatehouse.config.Settings;
import dev.gatehouse.json.JsonBytes;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.request.CurrentRequest;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Notes where a request comes from, which Jakarta REST can't tell, and refuses what Jakarta REST
 * can't even begin with.
 */
public class ClientOriginFilter implements Filter {
  private ClientAddress addresses = new ClientAddress(List.of());

  @Inject ClientOriginHolder holder;
  @Inject CurrentRequest current;
  @Inject Settings settings;

  @Override
  public void init(FilterConfig config) {
    addresses = new ClientAddress(settings.trustedProxies());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (Collections.list(http.getHeaders("Host")).size() > 1) {
      refuse((HttpServletResponse) response, "The request names more than one Host");
      return;
    }
    if (!hasUri(http)) {
      refuse((HttpServletResponse) response, "The request names no URI");
      return;
    }
    if (!MediaTypeSyntax.isReadable(
        Optional.ofNullable(http.getContentType()), Collections.list(http.getHeaders("Accept")))) {
      refuse((HttpServletResponse) response, "Content-Type or Accept is malformed");
      return;
    }
    String peer = Optional.ofNullable(http.getRemoteAddr()).orElse("unknown");
    holder.set(
        new ClientOrigin(
            addresses.of(peer, Collections.list(http.getHeaders("X-Forwarded-For"))),
            Optional.ofNullable(http.getHeader("traceparent"))));
    try {
      chain.doFilter(request, response);
    } finally {
      holder.clear();
      current.end();
    }
  }

  // Liberty makes it of X-Forwarded-Proto too, and RESTEasy fails with 500 if it is none.
  private static boolean hasUri(HttpServletRequest request) {
    try {
      return new URI(request.getRequestURL().toString()).getScheme() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void refuse(HttpServletResponse response, String why) throws IOException {
    byte[] body =
        JsonBytes.of(new JsonRpcError(JsonRpcError.INVALID_REQUEST, why).answer(Optional.empty()));
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
