package dev.gatehouse.outbound;

import java.util.Properties;

/** Sets properties of the JVM until it is closed. */
final class SystemProperties implements AutoCloseable {
  private final Properties before = (Properties) System.getProperties().clone();

  void set(String name, String value) {
    System.setProperty(name, value);
  }

  @Override
  public void close() {
    System.setProperties(before);
  }
}
