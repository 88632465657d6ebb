package dev.gatehouse.bean;

import java.util.Set;

/** What was prepared of a declaration at deployment. Equal to itself only. */
public interface Declared {

  /** What is offered, and where it is written. */
  Declaration declaration();

  /** Its method's parameters. */
  Signature signature();

  /** What it may send to the client while it runs; nothing streams when empty. */
  default Set<ContextParameter> uses() {
    return signature().context();
  }
}
