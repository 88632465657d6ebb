package dev.gatehouse.interaction;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the client of a call can be asked for. */
public record ClientCapabilities(Set<Capability> declared) {
  public ClientCapabilities {
    declared = Set.copyOf(declared);
  }

  /** A client that can't be asked for anything. */
  public static ClientCapabilities none() {
    return new ClientCapabilities(Set.of());
  }

  /** From the client's own JSON; what is unknown or ill-typed counts as not declared. */
  public static ClientCapabilities of(JsonObject json) {
    return new ClientCapabilities(
        Arrays.stream(Capability.values())
            .filter(capability -> capability.isDeclaredIn(json))
            .collect(Collectors.toSet()));
  }

  /** For revisions of the protocol that lack what the client declares. */
  public ClientCapabilities without(Set<Capability> absent) {
    return new ClientCapabilities(
        declared.stream().filter(Predicate.not(absent::contains)).collect(Collectors.toSet()));
  }

  /** Whether there is something that the client can't be asked for. */
  public boolean lackSome() {
    return declared.size() < Capability.values().length;
  }

  /** Whether the client declared this. */
  public boolean has(Capability capability) {
    return declared.contains(capability);
  }
}
