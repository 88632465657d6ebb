package dev.gatehouse.it.guest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Orders for the company's own clients, and its own ways to fail. */
@Path("/orders")
@RequestScoped
public class CompanyResource {
  /** What only the company knows how to tell. */
  public static class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String all() {
    return "all orders";
  }

  @POST
  public String add(String order) {
    return "added " + order;
  }

  @GET
  @Path("broken")
  public String broken() {
    throw new IllegalStateException("on purpose");
  }

  @GET
  @Path("absent")
  public String absent() {
    throw new NotFoundException();
  }

  @GET
  @Path("unknown")
  public Response unknown() {
    return Response.status(404).type(MediaType.TEXT_PLAIN).entity("no such order").build();
  }

  @GET
  @Path("gone")
  public String gone() {
    throw new Gone();
  }
}
