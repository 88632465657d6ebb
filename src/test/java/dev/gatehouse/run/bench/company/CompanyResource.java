package dev.gatehouse.run.bench.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** For the company's own clients. */
@Path("/orders")
@RequestScoped
public class CompanyResource {
  @GET
  public String all() {
    return "all orders";
  }
}
