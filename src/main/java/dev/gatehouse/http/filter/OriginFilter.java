package dev.gatehouse.http.filter;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.config.Settings;
import dev.gatehouse.diagnostics.ObservedRequests;
import dev.gatehouse.http.JsonResponses;
import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.security.challenge.ProtectedResourceMetadata;
import dev.gatehouse.security.challenge.RefusalLog;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps out browsers on foreign pages and names that were bent to this address, and answers CORS
 * for pages that are welcome.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning">MCP
 *     transports, security warning</a>
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
@ApplicationScoped
public class OriginFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ALLOWED_HEADERS =
      "Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name,"
          + " Mcp-Session-Id, Last-Event-ID, traceparent, tracestate, baggage";

  @Inject Settings settings;
  @Inject ObservedRequests traffic;
  @Inject RefusalLog refusals;
  @Inject AuditLog audit;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isPublic = isPublic(request);
    String origin = request.getHeaderString("Origin");
    String host = hostName(request);
    if (!isPublic && !allows(settings.allowedHosts(), host)) {
      refuse(request, "Host", host, "mcp.allowed.hosts");
    } else if (!isPublic && origin != null && !allows(settings.allowedOrigins(), origin)) {
      refuse(request, "Origin", origin, "mcp.allowed.origins");
    } else if (origin != null && request.getMethod().equals(HttpMethod.OPTIONS)) {
      request.abortWith(preflight(request, isPublic));
    }
  }

  private void refuse(
      ContainerRequestContext request, String header, String value, String setting) {
    traffic.refused(header, LogSanitizer.of(value));
    refusals.unwelcome(header, value, setting);
    audit.refused(Outcome.REFUSED_ORIGIN, header);
    request.abortWith(JsonResponses.error(403, "This " + header + " is not allowed"));
  }

  // Behind the well-known path there is nothing else, known or not.
  private static boolean isPublic(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return path.endsWith(ProtectedResourceMetadata.PATH)
        || path.startsWith("/.well-known")
        || path.startsWith(".well-known");
  }

  private static boolean allows(Set<String> allowed, String value) {
    return allowed.contains("*") || allowed.contains(value.toLowerCase(Locale.ROOT));
  }

  // HTTP/2 has no Host header, but the same in the request's URI.
  private static String hostName(ContainerRequestContext request) {
    String header = request.getHeaderString("Host");
    String host = header != null ? header : request.getUriInfo().getRequestUri().getAuthority();
    return host == null ? "" : withoutPort(host).toLowerCase(Locale.ROOT);
  }

  // An IPv6 address keeps its brackets, and the colons inside are not the port's.
  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static Response preflight(ContainerRequestContext request, boolean isPublic) {
    String requested = request.getHeaderString("Access-Control-Request-Headers");
    String headers = ALLOWED_HEADERS;
    if (requested != null && requested.length() <= 4096) {
      for (String name : requested.split(",")) {
        if (name.strip().toLowerCase(Locale.ROOT).matches("mcp-param-[a-z0-9_.-]{1,64}")) {
          headers += ", " + name.strip();
        }
      }
    }
    return Response.noContent()
        .header("Access-Control-Allow-Methods", isPublic ? "GET" : "POST, GET, DELETE")
        .header("Access-Control-Allow-Headers", isPublic ? "*" : headers)
        .header("Access-Control-Max-Age", 600)
        .build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String origin = request.getHeaderString("Origin");
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("X-Content-Type-Options", "nosniff");
    if (origin == null || headers.containsKey(ALLOW_ORIGIN)) {
      return;
    }
    if (isPublic(request)) {
      headers.putSingle(ALLOW_ORIGIN, "*");
    } else if (allows(settings.allowedOrigins(), origin)) {
      headers.putSingle(ALLOW_ORIGIN, origin);
      headers.put("Vary", List.of("Origin"));
      headers.putSingle("Access-Control-Expose-Headers", "WWW-Authenticate, Mcp-Session-Id");
    }
  }
}
