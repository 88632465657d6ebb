package com.acme.orders;

import jakarta.ejb.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The company's orders: an EJB as it has been there for years, which knows nothing of MCP. */
@Singleton
public class Orders {
  private final SortedMap<Integer, Order> orders = new TreeMap<>();

  public Orders() {
    place("Ada", "Engine");
    place("Grace", "Compiler");
  }

  public Collection<Order> all() {
    return List.copyOf(orders.values());
  }

  public Optional<Order> find(int number) {
    return Optional.ofNullable(orders.get(number));
  }

  public Order place(String customer, String article) {
    Order order = new Order(orders.size() + 1, customer, article, Order.Status.PLACED);
    orders.put(order.number(), order);
    return order;
  }

  public Optional<Order> cancel(int number) {
    return Optional.ofNullable(orders.computeIfPresent(number, (n, order) -> order.cancelled()));
  }
}
