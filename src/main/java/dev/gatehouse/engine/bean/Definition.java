package dev.gatehouse.engine.bean;

import dev.gatehouse.tool.Sensitive;
import jakarta.json.JsonObject;
import java.util.Set;

/** What was prepared of a declaration at deployment. Equal to itself only. */
public interface Definition {

  /** What is offered, and where it is written. */
  Declaration declaration();

  /** Its method's parameters. */
  Signature signature();

  /** What a client sent as arguments, without the values that are {@link Sensitive}. */
  default JsonObject withoutSensitive(JsonObject arguments) {
    return signature().withoutSensitive(arguments);
  }

  /** What it may send to the client while it runs; nothing streams when empty. */
  default Set<ContextParameter> uses() {
    return signature().context();
  }
}
