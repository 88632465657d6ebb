package dev.gatehouse.run.bench.company;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Takes what it finds. */
@ApplicationPath("/api")
public class CompanyApplication extends Application {}
