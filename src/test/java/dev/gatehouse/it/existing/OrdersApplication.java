package dev.gatehouse.it.existing;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's own. */
@ApplicationPath("/api")
public class OrdersApplication extends Application {}
