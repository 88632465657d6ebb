package dev.gatehouse.it.guest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the company shows where its application begins. */
@Path("/")
public class CompanyRoot {
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String get() {
    return "the company's own";
  }
}
