package dev.gatehouse.engine.mapping;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method with what the mapping file says in place of annotations. CDI never sees it, so that no
 * interceptor is added and the bean's other callers go on.
 */
public final class MappedMethod<X> implements AnnotatedMethod<X> {
  private static final Set<Class<? extends Annotation>> REPLACED =
      Set.of(Tool.class, RequiresScope.class, NoScopeRequired.class);

  private final AnnotatedMethod<X> method;
  private final Set<Annotation> annotations;
  private final Map<String, MappedArgument> arguments;

  MappedMethod(AnnotatedMethod<X> method, MappedTool tool) {
    this.method = method;
    this.arguments = tool.arguments();
    this.annotations =
        Stream.concat(
                Stream.of(tool.words(), ScopeWords.of(tool.scopes())),
                method.getAnnotations().stream()
                    .filter(each -> !REPLACED.contains(each.annotationType())))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What the file says of a method's arguments; nothing of one that it does not name. */
  public static Map<String, MappedArgument> arguments(BeanMethod method) {
    return method.annotated() instanceof MappedMethod<?> mapped ? mapped.arguments : Map.of();
  }

  @Override
  public <T extends Annotation> T getAnnotation(Class<T> type) {
    return annotations.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  @Override
  public <T extends Annotation> Set<T> getAnnotations(Class<T> type) {
    return REPLACED.contains(type)
        ? annotations.stream().filter(type::isInstance).map(type::cast).collect(Collectors.toSet())
        : method.getAnnotations(type);
  }

  @Override
  public Set<Annotation> getAnnotations() {
    return annotations;
  }

  @Override
  public boolean isAnnotationPresent(Class<? extends Annotation> type) {
    return annotations.stream().anyMatch(type::isInstance);
  }

  @Override
  public Method getJavaMember() {
    return method.getJavaMember();
  }

  @Override
  public List<AnnotatedParameter<X>> getParameters() {
    return method.getParameters();
  }

  @Override
  public boolean isStatic() {
    return method.isStatic();
  }

  @Override
  public AnnotatedType<X> getDeclaringType() {
    return method.getDeclaringType();
  }

  @Override
  public Type getBaseType() {
    return method.getBaseType();
  }

  @Override
  public Set<Type> getTypeClosure() {
    return method.getTypeClosure();
  }
}
