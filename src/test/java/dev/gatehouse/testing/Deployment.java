package dev.gatehouse.testing;

import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.scope.DeclaredScopes;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** Beans in a container of their own, with settings of their own. */
final class Deployment implements AutoCloseable {
  private final ClassLoader loader;
  private final Config config;
  private final SeContainer container;

  private Deployment(ClassLoader loader, Config config, SeContainer container) {
    this.loader = loader;
    this.config = config;
    this.container = container;
  }

  static Deployment of(List<Class<?>> beans, Map<String, String> settings) {
    RequiredLibraries.check();
    // Settings are found by the thread's loader; this one is nobody else's.
    ClassLoader loader = new ClassLoader(Thread.currentThread().getContextClassLoader()) {};
    Config config = TestSettings.register(settings, loader);
    try {
      return new Deployment(loader, config, under(loader, () -> container(beans)));
    } catch (RuntimeException | Error e) {
      ConfigProviderResolver.instance().releaseConfig(config);
      throw e;
    }
  }

  private static SeContainer container(List<Class<?>> beans) {
    List<Class<?>> all = new ArrayList<>(ServerBeans.all());
    all.addAll(beans);
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(all.toArray(Class<?>[]::new))
        .selectAlternatives(
            beans.stream()
                .filter(bean -> bean.isAnnotationPresent(Alternative.class))
                .toArray(Class<?>[]::new))
        .addExtensions(extensions(beans).toArray(Extension[]::new))
        .initialize();
  }

  private static List<Extension> extensions(List<Class<?>> beans) {
    Set<String> names = beans.stream().map(Class::getName).collect(Collectors.toSet());
    List<Extension> extensions =
        new ArrayList<>(
            List.of(new ContainerFields(), new PlainEjbs(), new ToolExtension(names::contains)));
    ServiceLoader.load(Extension.class).stream()
        .filter(provider -> provider.type() != ToolExtension.class)
        .map(ServiceLoader.Provider::get)
        .forEach(extensions::add);
    return extensions;
  }

  private static <T> T under(ClassLoader loader, Supplier<T> work) {
    Runnable leave = enter(loader);
    try {
      return work.get();
    } finally {
      leave.run();
    }
  }

  private static Runnable enter(ClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    return () -> thread.setContextClassLoader(before);
  }

  /** From here on, this thread is one of the application, until it leaves. */
  Runnable enter() {
    return enter(loader);
  }

  /** Does it as a server's thread would, which knows the application by its loader. */
  <T> T inside(Supplier<T> work) {
    return under(loader, work);
  }

  <T> T bean(Class<T> type) {
    return inside(() -> container.select(type).get());
  }

  VerifiedCaller caller(Token token) {
    return inside(() -> token.caller(bean(Settings.class), bean(DeclaredScopes.class)));
  }

  void inject(Object test) {
    inject(test.getClass(), test);
  }

  private <T> void inject(Class<T> type, Object test) {
    BeanManager beans = container.getBeanManager();
    CreationalContext<T> context = beans.createCreationalContext(null);
    beans
        .getInjectionTargetFactory(beans.createAnnotatedType(type))
        .createInjectionTarget(null)
        .inject(type.cast(test), context);
  }

  @Override
  public void close() {
    inside(
        () -> {
          container.close();
          return true;
        });
    ConfigProviderResolver.instance().releaseConfig(config);
  }
}
