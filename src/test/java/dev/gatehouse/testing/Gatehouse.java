package dev.gatehouse.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Deploys beans in process, behind the dispatcher, the scopes, the quotas and the checks at
 * deployment that a server has, and calls them as clients would. As a static field with
 * {@code @RegisterExtension} it deploys them once for a class of tests, as an instance field for
 * each test anew; {@code @Inject} in the test class gives beans of the same container.
 *
 * <p>The classes are managed beans: {@code @Transactional} and the other services of a container
 * are not there, and an EJB is an object like any other, without its transactions, its pool and its
 * roles. What a container would give to {@code @EJB}, {@code @Resource} and
 * {@code @PersistenceContext} is injected by type from the classes that are given.
 */
public final class Gatehouse
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AutoCloseable {
  private final List<Class<?>> beans;
  private final Map<String, String> settings;
  private Optional<Deployment> deployment = Optional.empty();
  private boolean onlyForOneTest;
  private int classes;
  private Runnable leave = () -> {};

  private Gatehouse(List<Class<?>> beans, Map<String, String> settings) {
    this.beans = beans;
    this.settings = settings;
  }

  /**
   * These classes and no others are the beans of the application; of those with
   * {@code @Alternative}, each is chosen.
   *
   * @param beans with tools, prompts and resources, and what they inject
   * @return to be registered, or started
   */
  public static Gatehouse with(Class<?>... beans) {
    return new Gatehouse(List.of(beans), Map.of());
  }

  /**
   * The same with more classes.
   *
   * @param more beans, such as alternatives for the ones that reach out
   * @return to be registered, or started
   */
  public Gatehouse and(Class<?>... more) {
    List<Class<?>> all = new ArrayList<>(beans);
    all.addAll(List.of(more));
    return new Gatehouse(List.copyOf(all), settings);
  }

  /**
   * The same with a setting, which wins over all others. The settings that a deployment needs have
   * values; the rest is read as on a server.
   *
   * @param name of a MicroProfile Config property
   * @param value its value
   * @return to be registered, or started
   */
  public Gatehouse setting(String name, String value) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(name, value);
    return new Gatehouse(beans, Map.copyOf(all));
  }

  /**
   * Deploys the beans, where JUnit does not do it.
   *
   * @return this, to be closed
   * @throws jakarta.enterprise.inject.spi.DeploymentException when a server would refuse them
   */
  public Gatehouse start() {
    if (deployment.isPresent()) {
      throw new IllegalStateException("It is deployed already");
    }
    deployment = Optional.of(Deployment.of(beans, settings));
    return this;
  }

  /** Ends the container. */
  @Override
  public void close() {
    deployment.ifPresent(Deployment::close);
    deployment = Optional.empty();
  }

  /**
   * A client of somebody.
   *
   * @param subject who calls
   * @param scopes what the token grants
   * @return a client of 2026-07-28, or of the revision of {@link InBothEras}
   */
  public McpClient as(String subject, String... scopes) {
    return new McpClient(
        deployed(), new Token(subject, Set.of(scopes), Map.of()), Script.NONE, BothEras.current());
  }

  /**
   * A bean of the container.
   *
   * @param type of the bean
   * @param <T> of the bean
   * @return the bean
   */
  public <T> T bean(Class<T> type) {
    return deployed().bean(type);
  }

  private Deployment deployed() {
    return deployment.orElseThrow(
        () -> new IllegalStateException("Not deployed: @RegisterExtension is missing, or start()"));
  }

  /** Deploys a static field's beans. */
  @Override
  public void beforeAll(ExtensionContext context) {
    // A nested class has the extension of the class around it.
    if (classes++ == 0) {
      start();
    }
  }

  /** Deploys an instance field's beans, and injects into the test. */
  @Override
  public void beforeEach(ExtensionContext context) {
    if (deployment.isEmpty()) {
      start();
      onlyForOneTest = true;
    }
    leave = deployed().enter();
    context.getRequiredTestInstances().getAllInstances().forEach(deployed()::inject);
  }

  /** Ends what was deployed for this test. */
  @Override
  public void afterEach(ExtensionContext context) {
    leave.run();
    if (onlyForOneTest) {
      close();
    }
  }

  /** Ends what was deployed for this class. */
  @Override
  public void afterAll(ExtensionContext context) {
    if (--classes == 0) {
      close();
    }
  }
}
