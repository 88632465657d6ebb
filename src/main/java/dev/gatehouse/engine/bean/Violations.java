package dev.gatehouse.engine.bean;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;

/** What Jakarta Validation found, in the names that the caller knows. */
final class Violations {
  private Violations() {}

  // Only the caller's arguments are the caller's fault; a violation deeper down is ours.
  static List<String> problems(ConstraintViolationException e, Class<?> type, Signature signature) {
    List<String> problems = new ArrayList<>();
    for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
      Class<?> root = violation.getRootBeanClass();
      if (!root.isAssignableFrom(type) && !type.isAssignableFrom(root)) {
        throw e;
      }
      problems.add(path(violation, signature, e) + ": " + violation.getMessage());
    }
    problems.sort(null);
    return problems;
  }

  private static String path(
      ConstraintViolation<?> violation, Signature signature, ConstraintViolationException e) {
    StringBuilder path = new StringBuilder();
    int parameter = -1;
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        throw e;
      } else if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.as(Path.ParameterNode.class).getParameterIndex();
        path.append(signature.name(parameter));
      } else if (node.getKind() != ElementKind.METHOD) {
        path.append(path.isEmpty() ? signature.member(parameter, node.getName()) : step(node));
      }
    }
    return path.toString();
  }

  // Elements of lists have an index instead of a name; an Optional has neither.
  private static String step(Path.Node node) {
    String index = node.getIndex() == null ? "" : "[" + node.getIndex() + "]";
    boolean named = node.getName() != null && !node.getName().equals("<list element>");
    return named ? index + "." + node.getName() : index;
  }
}
