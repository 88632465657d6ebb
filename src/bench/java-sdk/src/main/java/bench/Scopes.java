package bench;

import com.nimbusds.jwt.JWTClaimsSet;
import io.modelcontextprotocol.common.McpTransportContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** What the caller's token allows, on its way from the filter to the tools. */
final class Scopes {
  private Scopes() {}

  static McpTransportContext context(HttpServletRequest request) {
    return McpTransportContext.create(
        Map.of(TokenFilter.CLAIMS, request.getAttribute(TokenFilter.CLAIMS)));
  }

  static List<String> of(McpTransportContext context) {
    JWTClaimsSet claims = (JWTClaimsSet) context.get(TokenFilter.CLAIMS);
    return List.of(String.valueOf(claims.getClaim("scope")).split(" "));
  }
}
