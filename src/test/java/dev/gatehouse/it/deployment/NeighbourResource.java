package dev.gatehouse.it.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells who calls, in JSON that Jackson wrote. */
@Path("/me")
@RequestScoped
public class NeighbourResource {
  @Inject JsonWebToken token;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String me() throws JsonProcessingException {
    String subject = token.getSubject();
    return new ObjectMapper().writeValueAsString(Map.of("subject", subject == null ? "" : subject));
  }
}
