package dev.gatehouse.http.start;

import dev.gatehouse.request.PublicPaths;
import dev.gatehouse.security.challenge.ProtectedResourceMetadata;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Leads clients that look for the metadata beside the endpoint to the one place where they are. */
public class MetadataFilter implements Filter {
  private String prefix = "";

  @Inject ProtectedResourceMetadata metadata;

  @Override
  public void init(FilterConfig config) {
    prefix = PublicPaths.of(config.getServletContext()).prefix();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String path = http.getRequestURI();
    String known = path.substring(Math.max(0, path.indexOf(PublicPaths.WELL_KNOWN)));
    if (metadata.isAt(known)) {
      request.getRequestDispatcher(prefix + "/" + known).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
