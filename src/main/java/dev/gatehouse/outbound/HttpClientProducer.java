package dev.gatehouse.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one client of this deployment, which ends with it. */
@ApplicationScoped
class HttpClientProducer {

  @Produces
  @Singleton
  static BoundedHttpClient client() {
    return new BoundedHttpClient();
  }

  static void close(@Disposes BoundedHttpClient client) {
    client.close();
  }
}
