package dev.gatehouse.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Lists in {@code Allow} what the endpoint serves; JAX-RS by itself also lists the methods that are
 * there only to refuse.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1">RFC 9110, 10.2.1</a>
 */
@Provider
@ApplicationScoped
public class AllowFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    if (response.getHeaders().containsKey(HttpHeaders.ALLOW)
        && (path.equals("/mcp") || path.equals("mcp"))) {
      response.getHeaders().putSingle(HttpHeaders.ALLOW, "POST, OPTIONS");
    }
  }
}
