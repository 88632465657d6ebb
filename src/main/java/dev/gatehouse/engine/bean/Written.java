package dev.gatehouse.engine.bean;

import jakarta.enterprise.inject.spi.Annotated;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A field or setter of a class that is no bean, with its annotations as Java has them. */
public record Written(AnnotatedElement element, String property, Type type) implements Annotated {

  public Written {
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public Type getBaseType() {
    return type;
  }

  @Override
  public Set<Type> getTypeClosure() {
    return Set.of(type, Object.class);
  }

  @Override
  public <T extends Annotation> T getAnnotation(Class<T> wanted) {
    return element.getAnnotation(wanted);
  }

  @Override
  public <T extends Annotation> Set<T> getAnnotations(Class<T> wanted) {
    return new LinkedHashSet<>(List.of(element.getAnnotationsByType(wanted)));
  }

  @Override
  public Set<Annotation> getAnnotations() {
    return new LinkedHashSet<>(Arrays.asList(element.getAnnotations()));
  }

  @Override
  public boolean isAnnotationPresent(Class<? extends Annotation> wanted) {
    return element.isAnnotationPresent(wanted);
  }
}
