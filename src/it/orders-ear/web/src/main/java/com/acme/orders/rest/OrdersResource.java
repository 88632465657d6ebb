package com.acme.orders.rest;

import com.acme.orders.Order;
import com.acme.orders.Orders;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;

/** Orders for the company's own clients. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OrdersResource {
  @EJB Orders orders;

  @GET
  public Collection<Order> all() {
    return orders.all();
  }

  @GET
  @Path("{number}")
  public Order find(@PathParam("number") int number) {
    return orders.find(number).orElseThrow(NotFoundException::new);
  }
}
