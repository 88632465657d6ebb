package dev.gatehouse.run.bench.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All of the WAR. */
@ApplicationPath("/")
public class BareApplication extends Application {}
