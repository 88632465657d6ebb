package dev.gatehouse.health;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthExtensionTest {

  /** Loads our classes itself, and finds no MicroProfile Health. */
  private static final class WithoutHealth extends ClassLoader {
    WithoutHealth() {
      super(HealthExtensionTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.eclipse.microprofile.health.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.gatehouse.health.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    boolean hasLoaded(Class<?> type) {
      return findLoadedClass(type.getName()) != null;
    }
  }

  private final List<Object> offered = new ArrayList<>();

  private final BeforeBeanDiscovery discovery =
      (BeforeBeanDiscovery)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {BeforeBeanDiscovery.class},
              (proxy, method, arguments) -> {
                offered.add(arguments[0]);
                return null;
              });

  @Test
  void three_checks_are_offered_where_health_is_there() {
    new HealthExtension().offer(discovery);

    assertThat(offered).containsExactly(LiveCheck.class, ReadyCheck.class, StartedCheck.class);
  }

  @Test
  void where_health_is_absent_no_check_is_so_much_as_loaded() throws Exception {
    WithoutHealth loader = new WithoutHealth();
    Class<?> extension = loader.loadClass(HealthExtension.class.getName());

    Method offer = extension.getDeclaredMethod("offer", BeforeBeanDiscovery.class);
    offer.setAccessible(true);
    offer.invoke(extension.getDeclaredConstructor().newInstance(), discovery);

    assertThat(extension).isNotSameAs(HealthExtension.class);
    assertThat(offered).isEmpty();
    assertThat(loader.hasLoaded(ReadyCheck.class)).isFalse();
  }
}
