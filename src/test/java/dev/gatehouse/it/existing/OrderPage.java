package dev.gatehouse.it.existing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Parts of a request. */
public class OrderPage {
  @QueryParam("from")
  @DefaultValue("1")
  private int from;

  @QueryParam("size")
  @DefaultValue("20")
  private int size;

  String words() {
    return from + "+" + size;
  }
}
