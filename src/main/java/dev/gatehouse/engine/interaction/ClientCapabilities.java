package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Capability;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the client of a call can be asked for. */
public record ClientCapabilities(Set<Capability> declared) {
  public ClientCapabilities {
    declared = Set.copyOf(declared);
  }

  /** Where a capability is declared: in a feature, or in a part of it. */
  private record Place(String feature, String part) {
    static Place of(Capability capability) {
      return switch (capability) {
        case ELICITATION_FORM -> new Place("elicitation", "form");
        case ELICITATION_URL -> new Place("elicitation", "url");
        case SAMPLING -> new Place("sampling", "");
        case SAMPLING_CONTEXT -> new Place("sampling", "context");
        case ROOTS -> new Place("roots", "");
      };
    }

    boolean isIn(JsonObject capabilities) {
      if (!(capabilities.get(feature) instanceof JsonObject declared)) {
        return false;
      }
      // Until 2025-11-25 there were only forms, so a client that says nothing more means these.
      return part.isEmpty()
          || declared.get(part) instanceof JsonObject
          || (part.equals("form") && !declared.containsKey("url"));
    }
  }

  /** A client that can't be asked for anything. */
  public static ClientCapabilities none() {
    return new ClientCapabilities(Set.of());
  }

  /** From the client's own JSON; what is unknown or ill-typed counts as not declared. */
  public static ClientCapabilities of(JsonObject json) {
    return new ClientCapabilities(
        Arrays.stream(Capability.values())
            .filter(capability -> Place.of(capability).isIn(json))
            .collect(Collectors.toSet()));
  }

  /** As error -32021 lists them in {@code data.requiredCapabilities}. */
  public static JsonObject toJson(Set<Capability> capabilities) {
    Map<String, JsonObjectBuilder> features = new LinkedHashMap<>();
    for (Capability capability : new TreeSet<>(capabilities)) {
      Place place = Place.of(capability);
      JsonObjectBuilder parts =
          features.computeIfAbsent(place.feature(), name -> Json.createObjectBuilder());
      if (!place.part().isEmpty()) {
        parts.add(place.part(), JsonValue.EMPTY_JSON_OBJECT);
      }
    }
    var json = Json.createObjectBuilder();
    features.forEach(json::add);
    return json.build();
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
