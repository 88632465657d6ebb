package dev.gatehouse.engine.schema;

import dev.gatehouse.interaction.Prefilled;
import dev.gatehouse.interaction.Title;
import dev.gatehouse.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A record to the fields of a form; what cannot be is noted. */
final class FormCompiler {
  private final List<String> problems = new ArrayList<>();
  private final TypeCompiler types = new TypeCompiler(problems);
  private final Class<? extends Record> form;
  private final TypeUsage place;

  FormCompiler(Class<? extends Record> form) {
    this.form = form;
    this.place = TypeUsage.of(form.getSimpleName(), form);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  JsonType type() {
    return types.compile(place);
  }

  List<FormField> fields() {
    return problems.isEmpty()
        ? Arrays.stream(form.getRecordComponents()).map(this::field).toList()
        : List.of();
  }

  private FormField field(RecordComponent component) {
    Member member = Member.of(component);
    TypeUsage here = place.member(member);
    UncheckedConstraints.note(here, problems);
    JsonType type = types.compile(here);
    JsonObjectBuilder schema =
        Json.createObjectBuilder(new FormNotation(here, problems).of(type.schema()));
    here.annotations()
        .all(Prefilled.class)
        .findFirst()
        .ifPresent(text -> prefill(schema, type, text.value(), component));
    return new FormField(member.name(), !type.optional(), schema.build());
  }

  /** The title of a component, if it has one. */
  static void title(TypeUsage place, JsonObjectBuilder schema) {
    place
        .annotations()
        .all(Title.class)
        .findFirst()
        .ifPresent(title -> schema.add("title", title.value()));
  }

  private void prefill(
      JsonObjectBuilder schema, JsonType type, String text, RecordComponent component) {
    String path = form.getSimpleName() + "." + component.getName() + ": its prefilled value ";
    try {
      JsonValue value = type.literal(text);
      ReadContext reading = ReadContext.start();
      Object read = type.read(value, reading.member(""));
      reading.problems().forEach(problem -> problems.add(path + problem.replaceFirst("^: ", "")));
      if (reading.problems().isEmpty()) {
        FormSchema.VALIDATOR
            .validateValue(form, component.getName(), read)
            .forEach(violation -> problems.add(path + violation.getMessage()));
      }
      schema.add("default", value);
    } catch (JsonException e) {
      problems.add(path + "is not JSON, as this type needs");
    }
  }
}
