package dev.gatehouse.run.bench.bare;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Reads the message with what the server has for JSON, and answers the same each time. */
@Path("/mcp")
@RequestScoped
public class BareResource {

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response post(JsonObject message) {
    return message.containsKey("id")
        ? Response.ok(FixedAnswers.to(message)).build()
        : Response.accepted().build();
  }
}
