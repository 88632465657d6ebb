package com.acme.orders;

import static java.sql.Statement.RETURN_GENERATED_KEYS;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The company's orders, in the server's default database: an EJB as it has been there for years,
 * which knows nothing of MCP.
 */
@Singleton
public class Orders {
  private static final String TABLE =
      """
      create table if not exists orders (
        id integer generated always as identity primary key,
        customer varchar(200) not null,
        article varchar(200) not null,
        status varchar(20) not null)""";

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @PostConstruct
  void begin() {
    change(TABLE);
    if (all().isEmpty()) {
      place("Ada", "Engine");
      place("Grace", "Compiler");
    }
  }

  public Collection<Order> all() {
    return read("order by id");
  }

  public Optional<Order> find(int number) {
    return read("where id = ?", number).stream().findFirst();
  }

  public Order place(String customer, String article) {
    String sql = "insert into orders (customer, article, status) values (?, ?, ?)";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql, RETURN_GENERATED_KEYS)) {
      set(insert, customer, article, Order.Status.PLACED.name());
      insert.executeUpdate();
      ResultSet number = insert.getGeneratedKeys();
      number.next();
      return new Order(number.getInt(1), customer, article, Order.Status.PLACED);
    } catch (SQLException e) {
      throw new EJBException(e);
    }
  }

  public Optional<Order> cancel(int number) {
    change("update orders set status = ? where id = ?", Order.Status.CANCELLED.name(), number);
    return find(number);
  }

  private List<Order> read(String which, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement("select * from orders " + which)) {
      set(query, values);
      List<Order> orders = new ArrayList<>();
      for (ResultSet row = query.executeQuery(); row.next(); ) {
        orders.add(order(row));
      }
      return orders;
    } catch (SQLException e) {
      throw new EJBException(e);
    }
  }

  private static Order order(ResultSet row) throws SQLException {
    return new Order(
        row.getInt("id"),
        row.getString("customer"),
        row.getString("article"),
        Order.Status.valueOf(row.getString("status")));
  }

  private void change(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      set(change, values);
      change.executeUpdate();
    } catch (SQLException e) {
      throw new EJBException(e);
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
