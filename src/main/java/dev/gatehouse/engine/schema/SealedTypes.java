package dev.gatehouse.engine.schema;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The classes that a sealed type permits, and those which they permit. */
record SealedTypes(Function<TypeUsage, ResultType> describe, TypeUsage place) {
  ResultType union() {
    Map<Class<?>, ResultType> alternatives = new LinkedHashMap<>();
    add(place, alternatives);
    return new ResultUnion(alternatives);
  }

  private void add(TypeUsage sealed, Map<Class<?>, ResultType> alternatives) {
    Class<?> raw = sealed.raw().orElseThrow();
    if (!Modifier.isAbstract(raw.getModifiers())) {
      alternatives.put(raw, new ResultMembers(describe, sealed, raw).object());
    }
    for (Class<?> permitted : raw.getPermittedSubclasses()) {
      TypeUsage usage = sealed.permitted(permitted);
      if (permitted.isSealed()) {
        add(usage, alternatives);
      } else {
        alternatives.put(permitted, describe.apply(usage));
      }
    }
  }
}
