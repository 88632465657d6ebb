package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.schema.UnusableTypeException;
import jakarta.enterprise.inject.spi.Annotated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A method on its way to a definition, with all that is wrong so far. */
public final class Draft {
  private final Declaration declaration;
  private final List<String> problems;
  private final Signature signature;

  private Draft(Declaration declaration, ParameterReading reading) {
    this.declaration = declaration;
    this.problems = new ArrayList<>(declaration.problems());
    Icons.check(declaration.method(), problems);
    this.signature = Signature.of(declaration.method(), reading, problems);
  }

  /** Something that throws when a type can't be used. */
  @FunctionalInterface
  public interface Attempt<T> {
    T make() throws UnusableTypeException;
  }

  /**
   * Reads the method's name and parameters.
   *
   * @param kind what it is, as in "Tool"
   * @param name the name for callers; empty for the method's own
   * @param given the name that an annotation gives to a parameter; empty for the parameter's own
   */
  public static Draft of(
      String kind, String name, BeanMethod method, Function<Annotated, String> given) {
    return of(kind, name, method, ParameterReading.named(given));
  }

  /** The same where more is known of the parameters. */
  public static Draft of(String kind, String name, BeanMethod method, ParameterReading reading) {
    return new Draft(Declaration.of(kind, name, method), reading);
  }

  /** What it is, and where. */
  public Declaration declaration() {
    return declaration;
  }

  /** The method's parameters. */
  public Signature signature() {
    return signature;
  }

  /** Something is wrong, told in one sentence. */
  public void problem(String sentence) {
    problems.add(sentence);
  }

  /** What the attempt makes; empty after noting why it can't be made. */
  public <T> Optional<T> attempt(Attempt<T> attempt) {
    try {
      return Optional.of(attempt.make());
    } catch (UnusableTypeException e) {
      problems.addAll(e.problems());
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    return Optional.empty();
  }

  /** The definition if nothing is wrong; else adds what is to {@code all}, and is empty. */
  public <D extends Definition> Optional<D> finish(List<String> all, Supplier<D> definition) {
    problems.forEach(problem -> all.add(declaration + ": " + problem));
    return problems.isEmpty() ? Optional.of(definition.get()) : Optional.empty();
  }
}
