package dev.gatehouse.tool;

import dev.gatehouse.schema.InvalidArgumentsException;
import jakarta.json.JsonObject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Runs one tool: binds the arguments, calls the bean, shapes the result. */
final class ToolInvoker {
  private final ToolDefinition definition;
  private final BeanReference bean;
  private final ResultWriter results;
  private final MethodHandle handle;

  ToolInvoker(ToolDefinition definition, BeanReference bean, ResultWriter results) {
    this.definition = definition;
    this.bean = bean;
    this.results = results;
    this.handle = handle(definition.method());
  }

  private static MethodHandle handle(Method method) {
    try {
      method.setAccessible(true);
      MethodHandle direct = MethodHandles.lookup().unreflect(method);
      return direct
          .asType(direct.type().generic())
          .asSpreader(Object[].class, method.getParameterCount());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The tool's method can't be called: " + method, e);
    }
  }

  ToolDefinition definition() {
    return definition;
  }

  ToolResult call(JsonObject arguments) {
    Object[] values;
    try {
      values = definition.arguments().read(arguments);
    } catch (InvalidArgumentsException e) {
      return ToolResult.error(String.join("\n", e.problems()));
    }
    try {
      return bean.with(reference -> invoke(reference, values));
    } catch (ToolFailure e) {
      return ToolResult.error(e.getMessage());
    } catch (ConstraintViolationException e) {
      return refused(e);
    }
  }

  private ToolResult invoke(Object reference, Object[] values) {
    try {
      Object value = handle.invokeExact(reference, values);
      return results.write(
          value,
          definition.method().getGenericReturnType(),
          definition.result().schema().isPresent());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ToolException("Tool " + definition.name() + " failed", e);
    }
  }

  // Only the caller's arguments are the caller's fault; a violation deeper down is ours.
  private ToolResult refused(ConstraintViolationException e) {
    List<String> problems = new ArrayList<>();
    for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
      if (!violation.getRootBeanClass().isAssignableFrom(definition.method().getDeclaringClass())
          && !definition
              .method()
              .getDeclaringClass()
              .isAssignableFrom(violation.getRootBeanClass())) {
        throw e;
      }
      problems.add(argumentPath(violation, e) + ": " + violation.getMessage());
    }
    problems.sort(null);
    return ToolResult.error(String.join("\n", problems));
  }

  private String argumentPath(ConstraintViolation<?> violation, ConstraintViolationException e) {
    StringBuilder path = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        throw e;
      } else if (node.getKind() == ElementKind.PARAMETER) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        path.append(definition.argumentName(index));
      } else if (node.getKind() != ElementKind.METHOD) {
        path.append('.').append(node);
      }
    }
    return path.toString();
  }
}
