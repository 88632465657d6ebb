package dev.gatehouse.engine.bean;

import dev.gatehouse.tool.Sensitive;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumSet;
import java.util.Set;

/** What was prepared of a declaration at deployment. Equal to itself only. */
public abstract class Definition {
  private final Declaration declaration;
  private final Signature signature;

  /** Of a method about which nothing is wrong. */
  protected Definition(Declaration declaration, Signature signature) {
    this.declaration = declaration;
    this.signature = signature;
  }

  /** What is offered, and where it is written. */
  public final Declaration declaration() {
    return declaration;
  }

  /** The name that callers use. */
  public final String name() {
    return declaration.name();
  }

  /** Its method's parameters. */
  public final Signature signature() {
    return signature;
  }

  /** What a client sent as arguments, without the values that are {@link Sensitive}. */
  public JsonObject withoutSensitive(JsonObject arguments) {
    return signature.withoutSensitive(arguments);
  }

  /** Adds its icons to its entry in a list. */
  protected final void addIconsTo(JsonObjectBuilder entry) {
    Icons.addTo(entry, declaration.method());
  }

  /** What it may send to the client while it runs; nothing streams when empty. */
  public final Set<ContextParameter> uses() {
    if (!AsyncResult.isAsync(declaration.method().java().getReturnType())) {
      return signature.context();
    }
    // Nobody waits for what nobody wants any more.
    Set<ContextParameter> uses = EnumSet.of(ContextParameter.CANCELLATION);
    uses.addAll(signature.context());
    return uses;
  }
}
