package dev.gatehouse.it.existing;

import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A resource of the application; one method has Gatehouse's annotations, the others have none. */
@Path("orders")
@RequestScoped
public class OrderResource {
  @Inject OrderService orders;

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Order find(@PathParam("id") String id, @QueryParam("customer") String customer) {
    if (id.equals("0")) {
      throw new NotFoundException();
    }
    if (id.equals("500")) {
      throw new WebApplicationException("internal matters", 500);
    }
    return new Order(id, String.valueOf(customer), 1);
  }

  @GET
  @Path("pages")
  public String page(@BeanParam OrderPage page, @HeaderParam("X-Tenant") String tenant) {
    return page.words() + " of " + tenant;
  }

  @POST
  public Response create(Order order) {
    return order.amount() > 100
        ? Response.status(409).entity("Too much").build()
        : Response.created(URI.create("/orders/" + order.id())).entity(order).build();
  }

  @GET
  @Path("gone")
  public Response gone() {
    return Response.status(410).build();
  }

  @GET
  @Path("count")
  @Tool(name = "count_orders", description = "Count the orders", readOnly = true)
  @RequiresScope(value = "orders:read", onlyInMcp = true)
  public String count() {
    return "1";
  }
}
