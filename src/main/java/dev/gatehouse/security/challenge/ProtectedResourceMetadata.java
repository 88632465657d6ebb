package dev.gatehouse.security.challenge;

import dev.gatehouse.config.Settings;
import dev.gatehouse.json.Json;
import dev.gatehouse.request.CurrentRequest;
import dev.gatehouse.request.PublicPaths;
import dev.gatehouse.security.scope.DeclaredScopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The public document that tells clients which issuer to ask and for which scopes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>
 */
@Path(ProtectedResourceMetadata.PATH)
@ApplicationScoped
public class ProtectedResourceMetadata {
  /** Where the application finds it. */
  public static final String PATH = "dev.gatehouse/metadata";

  private byte[] document = new byte[0];
  private Set<String> paths = Set.of();

  @Inject CurrentRequest request;

  @Inject
  void prepare(Settings settings, DeclaredScopes scopes) {
    var json =
        Json.createObjectBuilder()
            .add("authorization_servers", Json.createArrayBuilder(settings.authorizationServers()))
            .add("bearer_methods_supported", Json.createArrayBuilder().add("header"))
            .add("resource", settings.resource());
    settings
        .resourceDocumentation()
        .ifPresent(page -> json.add("resource_documentation", page.toString()));
    document =
        json.add("scopes_supported", Json.createArrayBuilder(scopes.supported()))
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    // Behind a proxy that keeps the whole path, and behind one that takes the prefix away.
    paths =
        Set.copyOf(
            List.of(
                PublicPaths.WELL_KNOWN,
                PublicPaths.WELL_KNOWN + PublicPaths.DEFAULT,
                PublicPaths.WELL_KNOWN + settings.endpoint().getPath()));
  }

  /**
   * Whether clients look for it at this path, without a slash at its ends: the well-known one, and
   * the resource's path behind it (RFC 9728, 3.1).
   */
  public boolean isAt(String path) {
    return paths.contains(path);
  }

  /** The document, made at deployment. */
  @GET
  public Response get() {
    request.headers();
    return Response.ok(document, MediaType.APPLICATION_JSON_TYPE)
        .header("Access-Control-Allow-Origin", "*")
        .header("Cache-Control", "public, max-age=300")
        .build();
  }
}
