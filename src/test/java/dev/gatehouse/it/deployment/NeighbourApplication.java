package dev.gatehouse.it.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** A JAX-RS application that leaves its tokens to the container. */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("/api")
@ApplicationScoped
public class NeighbourApplication extends Application {}
