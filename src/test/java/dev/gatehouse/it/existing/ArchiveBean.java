package dev.gatehouse.it.existing;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;

/** An EJB whose class is none of its views. */
@Stateless
@Local(Archive.class)
public class ArchiveBean implements Archive {
  @Override
  public Order archived(String id) {
    return new Order(id, "archive", 0);
  }
}
