package com.acme.orders;

/** What a customer wants. */
public record Order(int number, String customer, String article, Status status) {
  /** How far it is. */
  public enum Status {
    PLACED,
    SENT,
    CANCELLED
  }
}
