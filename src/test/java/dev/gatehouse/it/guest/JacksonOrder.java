package dev.gatehouse.it.guest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An order as the company's own clients get it, in Jackson's words. */
public record JacksonOrder(@JsonProperty("order_number") int number) {}
