package dev.gatehouse.support.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Top-level classes that all lead to each other. A sealed type and what it permits are one family,
 * whose members may know each other.
 */
public final class Knots {
  private final Map<String, Set<String>> arrows = new TreeMap<>();

  private Knots(JavaClasses classes) {
    for (JavaClass type : classes) {
      Set<String> below = arrows.computeIfAbsent(topLevel(type).getName(), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(arrow -> topLevel(arrow.getTargetClass().getBaseComponentType()))
          .filter(target -> classes.contain(target.getName()))
          .filter(target -> !areFamily(topLevel(type), target))
          .forEach(target -> below.add(target.getName()));
    }
  }

  /** The largest first; each with the simple names of its classes. */
  public static List<List<String>> of(JavaClasses classes) {
    return new Knots(classes).find();
  }

  private static JavaClass topLevel(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static boolean areFamily(JavaClass one, JavaClass other) {
    return one.equals(other) || permits(one, other) || permits(other, one);
  }

  private static boolean permits(JavaClass parent, JavaClass child) {
    Class<?> type = parent.reflect();
    return type.isSealed()
        && Stream.of(type.getPermittedSubclasses()).anyMatch(child.reflect()::equals);
  }

  private List<List<String>> find() {
    Map<String, Set<String>> reached = new HashMap<>();
    arrows.keySet().forEach(from -> reached.put(from, reachedFrom(from)));
    Set<List<String>> knots = new LinkedHashSet<>();
    reached.forEach(
        (from, all) -> {
          List<String> knot =
              all.stream().filter(to -> reached.get(to).contains(from)).sorted().toList();
          if (knot.size() > 1) {
            knots.add(knot);
          }
        });
    return knots.stream()
        .sorted(
            Comparator.comparing((List<String> knot) -> -knot.size()).thenComparing(List::toString))
        .map(knot -> knot.stream().map(Knots::simple).toList())
        .toList();
  }

  private Set<String> reachedFrom(String start) {
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(arrows.get(start));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next)) {
        open.addAll(arrows.get(next));
      }
    }
    return seen;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
