package dev.gatehouse.engine.bean;

import dev.gatehouse.tool.Sensitive;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a method's parameters one after the other. */
final class SignatureReader {
  private final List<Slot> slots = new ArrayList<>();
  private final List<NamedParameter> arguments = new ArrayList<>();
  private final Class<?> owner;
  private final ParameterReading reading;
  private final List<String> problems;
  private boolean lost;

  SignatureReader(Class<?> owner, ParameterReading reading, List<String> problems) {
    this.owner = owner;
    this.reading = reading;
    this.problems = problems;
  }

  /** Whether the names of the arguments are not known. */
  boolean isLost() {
    return lost;
  }

  List<Slot> slots() {
    return slots;
  }

  List<NamedParameter> arguments() {
    return arguments;
  }

  void read(AnnotatedParameter<?> annotated) {
    Class<?> type = annotated.getJavaParameter().getType();
    Optional<ContextParameter> context = ContextParameter.of(type);
    Optional<List<Written>> members = reading.members().apply(annotated);
    if (context.isPresent()) {
      slots.add(new Slot("", context, Optional.empty()));
    } else if (members.isPresent()) {
      assemble(type, members.get());
    } else {
      slots.add(new Slot(argument(annotated), context, Optional.empty()));
    }
  }

  private String argument(AnnotatedParameter<?> annotated) {
    Parameter parameter = annotated.getJavaParameter();
    boolean named = reading.isNamed(annotated, parameter.getName());
    if (!named && !parameter.isNamePresent() && !lost) {
      problems.add("compile with -parameters, or the names of the arguments are lost");
      lost = true;
    }
    return add(annotated, parameter.getName(), parameter, parameter.getParameterizedType());
  }

  private String add(Annotated written, String own, AnnotatedElement java, Type type) {
    String known = reading.known(written, own);
    String name = reading.name(written, own);
    boolean sensitive =
        written.isAnnotationPresent(Sensitive.class) || reading.sensitive().contains(name);
    arguments.add(new NamedParameter(name, known, written, java, type, owner, sensitive));
    return name;
  }

  private void assemble(Class<?> type, List<Written> members) {
    List<String> names = new ArrayList<>();
    members.forEach(each -> names.add(add(each, each.property(), each.element(), each.type())));
    try {
      slots.add(new Slot("", Optional.empty(), Optional.of(Assembly.of(type, members, names))));
    } catch (ReflectiveOperationException | RuntimeException e) {
      problems.add(type.getName() + " needs a constructor without arguments");
    }
  }
}
