package com.acme.orders.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface that the company has had all along. */
@ApplicationPath("/api")
public class OrdersApplication extends Application {}
