package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.outcome.AsyncResult;
import dev.gatehouse.engine.outcome.MethodException;
import dev.gatehouse.engine.outcome.Refusals;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.tool.BusinessException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Runs one declared method, prepared at deployment. */
public final class Invocation {
  private final Declaration declaration;
  private final Signature signature;
  private final Class<?> type;
  private final BeanReference bean;
  private final Optional<ParameterConstraints> constraints;
  private final MethodHandle handle;

  Invocation(Definition declared, BeanReference bean, Method called, Validator validator) {
    this.declaration = declared.declaration();
    this.signature = declared.signature();
    this.bean = bean;
    this.type = called.getDeclaringClass();
    this.constraints = ParameterConstraints.of(declaration, called, validator);
    this.handle = handle(called);
  }

  private static MethodHandle handle(Method method) {
    try {
      method.setAccessible(true);
      // An array of several values is one argument, also where Java would collect them.
      MethodHandle direct = MethodHandles.lookup().unreflect(method).asFixedArity();
      return direct
          .asType(direct.type().generic())
          .asSpreader(Object[].class, method.getParameterCount());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The method can't be called: " + method, e);
    }
  }

  /**
   * Calls the bean and shapes what it returns while the bean still lives. {@link
   * BusinessException}s, {@link AccessDeniedException}s and unexpected faults pass through.
   *
   * @throws InvalidArgumentsException when an argument breaks a constraint
   */
  public <R> R call(Object[] arguments, Exchange exchange, Function<Object, R> shape)
      throws InvalidArgumentsException {
    Object[] values = signature.values(arguments, exchange);
    try {
      return bean.with(reference -> shape.apply(invoke(reference, values, exchange)));
    } catch (ConstraintViolationException e) {
      throw new InvalidArgumentsException(Violations.problems(e, type, signature));
    } catch (RuntimeException e) {
      throw Refusals.of(e, declaration.toString());
    }
  }

  private Object invoke(Object reference, Object[] values, Exchange exchange) {
    constraints.ifPresent(all -> all.check(reference, values));
    try {
      Object returned = (Object) handle.invokeExact(reference, values);
      return returned instanceof CompletionStage<?> stage
          ? AsyncResult.of(stage, exchange.cancellation())
          : returned;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new MethodException(declaration + " failed", e);
    }
  }
}
