package dev.gatehouse.health;

import dev.gatehouse.platform.ServerApis;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Offers the checks to servers that have MicroProfile Health. The checks carry no scope, so that
 * nobody loads their classes where the API that they implement is absent; and no injection points,
 * since on some servers what an extension adds does not see the beans of the application.
 */
public class HealthExtension implements Extension {
  private static final String API = "org.eclipse.microprofile.health.Startup";

  void offer(@Observes BeforeBeanDiscovery event) {
    if (ServerApis.isPresent(API, HealthExtension.class.getClassLoader())) {
      Checks.offer(event);
    }
  }

  /** A class of its own, since some virtual machines load all that a class mentions. */
  private static final class Checks {
    static void offer(BeforeBeanDiscovery event) {
      for (Class<?> check :
          new Class<?>[] {LiveCheck.class, ReadyCheck.class, StartedCheck.class}) {
        event.addAnnotatedType(check, check.getName());
      }
    }
  }
}
