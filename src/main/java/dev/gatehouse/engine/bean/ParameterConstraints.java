package dev.gatehouse.engine.bean;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.MethodDescriptor;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * The constraints on one method's parameters. A container's own check may pass over a bean whose
 * constraints all stand on type arguments, so they are asked for before each call.
 */
final class ParameterConstraints {
  private final ExecutableValidator validator;
  private final Method method;

  private ParameterConstraints(ExecutableValidator validator, Method method) {
    this.validator = validator;
    this.method = method;
  }

  /** Those of a method as the bean has it; empty where there are none. */
  static Optional<ParameterConstraints> of(
      Declaration declaration, Method method, Validator validator) {
    // What is called by an interface has its constraints there: nothing below may add any.
    boolean own = method.equals(declaration.method().java());
    Class<?> type = own ? declaration.method().type().getJavaClass() : method.getDeclaringClass();
    MethodDescriptor known =
        validator
            .getConstraintsForClass(type)
            .getConstraintsForMethod(method.getName(), method.getParameterTypes());
    // Not hasConstrainedParameters(): it does not count constraints on type arguments.
    return known == null
        ? Optional.empty()
        : Optional.of(new ParameterConstraints(validator.forExecutables(), method));
  }

  /** The container's validator, or the default one where it offers none. */
  static Validator validator(BeanManager beans) {
    Instance<Validator> offered = beans.createInstance().select(Validator.class);
    return offered.isResolvable()
        ? offered.get()
        : Validation.buildDefaultValidatorFactory().getValidator();
  }

  void check(Object bean, Object[] values) {
    Set<ConstraintViolation<Object>> found = validator.validateParameters(bean, method, values);
    if (!found.isEmpty()) {
      throw new ConstraintViolationException(found);
    }
  }
}
