package dev.gatehouse.it.existing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A bean that knows nothing of Gatehouse. */
@ApplicationScoped
public class OrderService {
  public List<Order> list(String tenant, int most) {
    return List.of(new Order("7", tenant, most));
  }
}
