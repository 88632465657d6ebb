package dev.gatehouse.http.start;

import dev.gatehouse.http.FailureMapper;
import dev.gatehouse.http.McpResource;
import dev.gatehouse.http.admin.AdminFilter;
import dev.gatehouse.http.admin.DiagnosticsResource;
import dev.gatehouse.http.filter.DiagnosticsCallFilter;
import dev.gatehouse.http.filter.DiagnosticsProbeFilter;
import dev.gatehouse.http.filter.HeaderFilter;
import dev.gatehouse.http.filter.NoTokenFilter;
import dev.gatehouse.http.filter.OriginFilter;
import dev.gatehouse.http.filter.RefusalLimitFilter;
import dev.gatehouse.http.listen.ListenFilter;
import dev.gatehouse.http.listen.ListenResource;
import dev.gatehouse.http.listen.ListenRoutingFilter;
import dev.gatehouse.landing.LandingResource;
import dev.gatehouse.request.PublicPaths;
import dev.gatehouse.security.challenge.BearerFilter;
import dev.gatehouse.security.challenge.ProtectedResourceMetadata;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The endpoint, the metadata and what else is ours. The classes are listed, and those that are no
 * resources have no {@code @Provider}, so that no other application of the WAR takes them for its
 * own.
 */
@ApplicationPath(PublicPaths.DEFAULT)
public class McpApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        McpResource.class,
        ListenResource.class,
        ProtectedResourceMetadata.class,
        LandingResource.class,
        DiagnosticsResource.class,
        RoutingFilter.class,
        DiagnosticsProbeFilter.class,
        OriginFilter.class,
        NoTokenFilter.class,
        HeaderFilter.class,
        ListenRoutingFilter.class,
        AdminFilter.class,
        BearerFilter.class,
        ListenFilter.class,
        DiagnosticsCallFilter.class,
        RefusalLimitFilter.class,
        FailureMapper.class);
  }

  /**
   * For Jersey; others ignore it: without the first, it keeps the first 8 KB of a stream to itself,
   * without the second, it tells strangers how the resources are built ({@code /application.wadl}).
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.contentLength.buffer",
        0,
        "jersey.config.server.wadl.disableWadl",
        true);
  }
}
