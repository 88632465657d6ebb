package dev.gatehouse.it.guest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The company's own JAX-RS application, which lists nothing and so takes what it finds. */
@ApplicationPath("/api")
public class CompanyApplication extends Application {}
