package dev.gatehouse.support.code;

import java.nio.file.Path;
import java.util.List;

/** What is counted in one file. */
public record SourceFile(
    Path path, int lines, List<Method> methods, List<Type> types, int nullTests) {

  /** A method or constructor with a body, from its annotations to its last brace. */
  public record Method(String name, int lines) {}

  /** A class, record, enum, interface or annotation with a name, nested or not. */
  public record Type(String name, boolean isPublic) {}

  /** Whether it declares a package or a type. */
  public boolean isType() {
    return !types.isEmpty();
  }

  public Path folder() {
    return path.getParent();
  }
}
