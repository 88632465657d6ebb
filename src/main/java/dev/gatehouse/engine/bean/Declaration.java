package dev.gatehouse.engine.bean;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That a method of a bean is offered to callers under a name: what rights are decided by. Equal to
 * itself only.
 */
public final class Declaration {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final String kind;
  private final String name;
  private final BeanMethod method;
  private final Optional<Declaration> superior;

  private Declaration(String kind, String name, BeanMethod method, Optional<Declaration> superior) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.name = Objects.requireNonNull(name, "name");
    this.method = Objects.requireNonNull(method, "method");
    this.superior = superior;
  }

  /** Under the given name, or the method's when that is empty; {@code kind} is as in "Tool". */
  static Declaration of(String kind, String given, BeanMethod method) {
    String name = given.isEmpty() ? method.java().getName() : given;
    return new Declaration(kind, name, method, Optional.empty());
  }

  /** The same, where this other declaration's rights hold unless the method has its own. */
  public Declaration under(Declaration other) {
    return new Declaration(kind, name, method, Optional.of(other));
  }

  /** The name that callers use. */
  public String name() {
    return name;
  }

  /** What is offered, in a word. */
  public String kind() {
    return kind;
  }

  /** The method behind it, and its bean. */
  public BeanMethod method() {
    return method;
  }

  /** Whose rights hold when nothing is decided here. */
  public Optional<Declaration> superior() {
    return superior;
  }

  /** The class and method, for messages to the operator. */
  public String location() {
    return method.location();
  }

  /** What is wrong with the name and the method, one sentence each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add("the name has 1 to 64 of A-Z a-z 0-9 _ . -");
    }
    problems.addAll(method.problems());
    if (problems.isEmpty() && BeanView.of(method).isEmpty()) {
      problems.add("the method is in no local interface of the bean, so that nobody can call it");
    }
    return problems;
  }

  /** For messages to the operator: kind, name and location. */
  @Override
  public String toString() {
    return kind + " " + name + " (" + location() + ")";
  }
}
