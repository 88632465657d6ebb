package com.acme.orders;

import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What is injected for the server's data source: a database in memory. */
class TestDatabase {
  @Produces
  DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1");
    return database;
  }
}
