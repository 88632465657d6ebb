package dev.gatehouse.it.guide;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.scope.DeploymentCheck;
import dev.gatehouse.security.scope.ScopeInterceptor;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;

/** Classes of a page, deployed in process. */
final class GuideDeployment {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "scalekit.environment.url", "https://acme.scalekit.com",
          "scalekit.resource.id", "res_1",
          "mcp.url", "https://mcp.acme.com/mcp");

  private GuideDeployment() {}

  /** Deploys as a server does, settings included; what is declared, by kind and name. */
  static List<String> declared(Compilation compilation) {
    List<Declarations> all =
        List.of(
            new ToolExtension(),
            new PromptExtension(),
            new ResourceExtension(),
            new CompletionExtension());
    Weld weld =
        new Weld()
            .disableDiscovery()
            .setClassLoader(compilation.loader())
            .addPackage(false, CallerHolder.class)
            .addBeanClasses(ScopeInterceptor.class)
            .addBeanClasses(beans(compilation))
            .addExtensions(new DeploymentCheck(), new EjbsAsBeans());
    all.forEach(extension -> weld.addExtensions((Extension) extension));
    return configured(
        compilation.loader(),
        () -> {
          weld.initialize().close();
          return all.stream()
              .flatMap(some -> some.declarations().stream())
              .map(GuideDeployment::name)
              .toList();
        });
  }

  private static String name(Declaration declaration) {
    return declaration.kind() + " " + declaration.name();
  }

  // In a WAR, beans.xml makes beans of these.
  private static Class<?>[] beans(Compilation compilation) {
    return compilation.classes().stream()
        .filter(type -> List.of(type.getAnnotations()).stream().anyMatch(GuideDeployment::isScope))
        .toArray(Class<?>[]::new);
  }

  private static boolean isScope(Annotation annotation) {
    return List.of("ApplicationScoped", "RequestScoped", "Stateless")
        .contains(annotation.annotationType().getSimpleName());
  }

  /** With three settings for what this class loader loads. */
  private static <T> T configured(ClassLoader loader, Supplier<T> action) {
    var source = new PropertiesConfigSource(SETTINGS, "test", 100);
    var config = new SmallRyeConfigBuilder().withSources(source).build();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ConfigProviderResolver.instance().registerConfig(config, loader);
    Thread.currentThread().setContextClassLoader(loader);
    try {
      return action.get();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      ConfigProviderResolver.instance().releaseConfig(config);
    }
  }
}
