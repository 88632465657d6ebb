package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.outcome.AsyncResult;
import dev.gatehouse.tool.Sensitive;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What was prepared of a declaration at deployment. Equal to itself only. */
public abstract class Definition {
  private final Declaration declaration;
  private final Signature signature;
  private final Set<ContextParameter> uses;

  /** Of a method about which nothing is wrong. */
  protected Definition(Declaration declaration, Signature signature) {
    this.declaration = declaration;
    this.signature = signature;
    this.uses = uses(declaration, signature);
  }

  // Nobody waits for what nobody wants any more.
  private static Set<ContextParameter> uses(Declaration declaration, Signature signature) {
    Set<ContextParameter> uses = EnumSet.noneOf(ContextParameter.class);
    uses.addAll(signature.context());
    if (AsyncResult.isAsync(declaration.method().java().getReturnType())) {
      uses.add(ContextParameter.CANCELLATION);
    }
    return Collections.unmodifiableSet(uses);
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
    return uses;
  }
}
