package dev.gatehouse.engine.outcome;

import dev.gatehouse.log.BoundedLog;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells from faults what containers and applications throw when a caller may not. By the names of
 * types, since some servers have no EJBs.
 */
public final class Refusals {
  private static final BoundedLog LOG = BoundedLog.of(Refusals.class);

  private static final Set<String> REFUSALS =
      Set.of(
          "jakarta.ejb.EJBAccessException",
          "jakarta.ejb.AccessLocalException",
          "jakarta.ws.rs.ForbiddenException",
          "java.lang.SecurityException",
          "java.rmi.AccessException");

  // What says nothing but that something else was thrown.
  private static final Set<String> WRAPPERS =
      Set.of(
          "jakarta.ejb.EJBException",
          "java.lang.reflect.InvocationTargetException",
          "java.lang.reflect.UndeclaredThrowableException",
          "java.util.concurrent.CompletionException",
          "java.util.concurrent.ExecutionException");

  private static final int DEEPEST = 16;

  private Refusals() {}

  /** What to throw in place of what a method threw: the same, or that the caller may not. */
  public static RuntimeException of(RuntimeException thrown, String method) {
    if (!isRefusal(thrown)) {
      return thrown;
    }
    LOG.log(Level.INFO, method + " is not allowed to its caller", thrown);
    return new NotAllowedException();
  }

  private static boolean isRefusal(Throwable thrown) {
    return Stream.iterate(Optional.of(thrown), Optional::isPresent, Refusals::wrapped)
        .limit(DEEPEST)
        .flatMap(Optional::stream)
        .anyMatch(inner -> is(inner, REFUSALS));
  }

  private static Optional<Throwable> wrapped(Optional<Throwable> outer) {
    return outer
        .filter(thrown -> thrown instanceof MethodException || is(thrown, WRAPPERS))
        .map(Throwable::getCause);
  }

  private static boolean is(Throwable thrown, Set<String> names) {
    return Stream.<Class<?>>iterate(
            thrown.getClass(), type -> type != Object.class, Class::getSuperclass)
        .anyMatch(type -> names.contains(type.getName()));
  }
}
