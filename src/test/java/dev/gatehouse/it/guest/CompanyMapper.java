package dev.gatehouse.it.guest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The company's own words for one failure. */
@Provider
public class CompanyMapper implements ExceptionMapper<CompanyResource.Gone> {
  @Override
  public Response toResponse(CompanyResource.Gone gone) {
    return Response.status(410).type(MediaType.TEXT_PLAIN).entity("gone for good").build();
  }
}
