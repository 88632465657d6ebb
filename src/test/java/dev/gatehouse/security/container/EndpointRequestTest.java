package dev.gatehouse.security.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.request.PublicPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointRequestTest {
  private static HttpServletRequest request(String servletPath, Optional<String> pathInfo) {
    Map<String, Optional<String>> answers =
        Map.of("getServletPath", Optional.of(servletPath), "getPathInfo", pathInfo);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            EndpointRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answers.get(method.getName()).orElse(null));
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp, , true",
    "/mcp, /, true",
    "'', /mcp, true",
    "/, , false",
    "'', /, false",
    "/mcp, /listen, false",
    "/other, /mcp, false",
    "/mcpx, , false",
    "'', /api/mcp, false",
    "'', /MCP, false"
  })
  void only_the_endpoint_is_ours_however_the_server_splits_the_path(
      String servletPath, String pathInfo, boolean ours) {
    HttpServletRequest request = request(servletPath, Optional.ofNullable(pathInfo));
    assertThat(EndpointRequest.is(request, new PublicPaths("/mcp"))).isEqualTo(ours);
    assertThat(EndpointRequest.is(request, new PublicPaths(""))).isEqualTo(ours);
  }

  @Test
  void where_the_company_moved_it_it_is_ours() {
    PublicPaths moved = new PublicPaths("/ai/mcp");
    assertThat(EndpointRequest.is(request("/ai/mcp", Optional.empty()), moved)).isTrue();
    assertThat(EndpointRequest.is(request("/mcp", Optional.empty()), moved)).isFalse();
  }
}
