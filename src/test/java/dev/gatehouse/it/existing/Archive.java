package dev.gatehouse.it.existing;

/** The local interface of an EJB. */
public interface Archive {
  Order archived(String id);
}
