package dev.gatehouse.platform;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * What every server has by default, looked up by name: an EAR may start its beans before the naming
 * context of a WAR is there, and then nothing is injected by {@code @Resource}.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/concurrency/3.0/jakarta-concurrency-spec-3.0">Jakarta
 *     Concurrency 3.0, 3.1.4 to 3.4.4</a>
 */
public final class ManagedExecutors {
  private ManagedExecutors() {}

  /** Runs tasks later, or again and again. */
  public static ManagedScheduledExecutorService scheduler() {
    return find("DefaultManagedScheduledExecutorService", ManagedScheduledExecutorService.class);
  }

  /** Runs long tasks now. */
  public static ManagedExecutorService executor() {
    return find("DefaultManagedExecutorService", ManagedExecutorService.class);
  }

  /** Makes threads that know the application. */
  public static ManagedThreadFactory threads() {
    return find("DefaultManagedThreadFactory", ManagedThreadFactory.class);
  }

  private static <T> T find(String name, Class<T> type) {
    try {
      return type.cast(InitialContext.doLookup("java:comp/" + name));
    } catch (NamingException absent) {
      throw new IllegalStateException(
          "This server has no java:comp/" + name + " (Jakarta Concurrency)", absent);
    }
  }
}
