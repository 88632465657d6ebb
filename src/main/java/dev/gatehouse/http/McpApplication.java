package dev.gatehouse.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the endpoint and the metadata right below the context root. */
@ApplicationPath("/")
public class McpApplication extends Application {}
