package dev.gatehouse.it.guest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The same of a company that has given it all paths. */
@ApplicationPath("/")
public class RootApplication extends Application {}
