package dev.gatehouse.support.tools;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results of every shape that a bean may have, and what is sent of each. */
@ApplicationScoped
public class ShapeTools extends GenericTools<ShapeTools.Item> {
  /** What each tool without arguments sends as its text, which is also the structured content. */
  public static final Map<String, String> SENT = new TreeMap<>();

  /** What each of these says no with, instead of sending it. */
  public static final Map<String, String> REFUSED = new TreeMap<>();

  static {
    SENT.put("helpers", "{\"first\":\"Ada\",\"last\":\"Lovelace\"}");
    SENT.put("circle", "{\"radius\":1.0}");
    SENT.put("shapes", "[{\"radius\":1.0},{\"label\":\"x\",\"side\":2},\"POINT\"]");
    SENT.put("tree", "{\"left\":{\"value\":1},\"right\":{\"value\":2}}");
    SENT.put("animal", "{\"bark\":\"loud\",\"name\":\"Rex\"}");
    SENT.put("animals", "{\"kept\":[{\"bark\":\"loud\",\"name\":\"Rex\"}]}");
    SENT.put("anything", "{\"colour\":\"RED\",\"made\":\"1970-01-01T00:00:00Z\"}");
    SENT.put("colour", "RED");
    SENT.put("date", "1970-01-01T00:00:00Z");
    SENT.put("box", "{\"held\":{\"colour\":\"RED\",\"made\":\"1970-01-01T00:00:00Z\"}}");
    SENT.put("custom", "{\"born\":\"02.01.2000\",\"first_name\":\"Ann\"}");
    SENT.put("hidden", "{\"n\":7}");
    REFUSED.put("infinite", "result is Infinity");
    REFUSED.put("readings", "result.more[1] is NaN");
    REFUSED.put("promised", "result.name is null");
    REFUSED.put("holes", "result[1] is null");
    REFUSED.put("thread", "result.held cannot be written");
    REFUSED.put("path", "result.held cannot be written");
    REFUSED.put("endless", "nests too deeply");
  }

  public enum Colour {
    RED;

    @Override
    public String toString() {
      return "red";
    }
  }

  public record Item(String name, int count) {}

  public interface Named {
    default String getShout() {
      throw new IllegalStateException("not for the wire");
    }
  }

  public record Person(String first, String last) implements Named {
    public String getFull() {
      throw new IllegalStateException("not for the wire");
    }

    public boolean isOld() {
      throw new IllegalStateException("not for the wire");
    }
  }

  public sealed interface Shape permits Circle, Square, Corner {}

  public record Circle(double radius) implements Shape {}

  public record Square(int side, String label) implements Shape {}

  public enum Corner implements Shape {
    POINT
  }

  public sealed interface Tree permits Leaf, Branch {}

  public record Leaf(int value) implements Tree {}

  public record Branch(@NotNull Tree left, @NotNull Tree right) implements Tree {}

  public abstract static class Animal {
    public String getName() {
      return "Rex";
    }
  }

  public static class Dog extends Animal {
    public String getBark() {
      return "loud";
    }
  }

  public record Kennel(List<Animal> kept) {}

  public record Thing(Colour colour, Date made) {}

  public record Box<T>(T held) {}

  public record Custom(
      @JsonbProperty("first_name") String firstName,
      @JsonbDateFormat("dd.MM.yyyy") LocalDate born) {}

  record Hidden(int n) {}

  public record Readings(double value, List<Double> more) {}

  public record Promised(@NotNull String name, @NotNull Optional<String> other) {}

  public static class Endless {
    public Endless getSelf() {
      return this;
    }
  }

  private static Thing thing() {
    return new Thing(Colour.RED, new Date(0));
  }

  @NoScopeRequired
  @Tool(description = "A record with helpers")
  Person helpers() {
    return new Person("Ada", "Lovelace");
  }

  @NoScopeRequired
  @Tool(description = "A sealed interface whose alternatives are objects")
  Tree tree() {
    return new Branch(new Leaf(1), new Leaf(2));
  }

  @NoScopeRequired
  @Tool(description = "A sealed interface with an enum")
  List<Shape> shapes() {
    return List.of(new Circle(1), new Square(2, "x"), Corner.POINT);
  }

  @NoScopeRequired
  @Tool(description = "A sealed interface as text")
  Shape circle() {
    return new Circle(1);
  }

  @NoScopeRequired
  @Tool(description = "An abstract class")
  Animal animal() {
    return new Dog();
  }

  @NoScopeRequired
  @Tool(description = "A list of an abstract class")
  Kennel animals() {
    return new Kennel(List.of(new Dog()));
  }

  @NoScopeRequired
  @Tool(description = "No certain type")
  Object anything() {
    return thing();
  }

  @NoScopeRequired
  @Tool(description = "An enum with words of its own")
  Colour colour() {
    return Colour.RED;
  }

  @NoScopeRequired
  @Tool(description = "Takes the enum")
  String paint(Colour colour) {
    return colour.name();
  }

  @NoScopeRequired
  @Tool(description = "An old date")
  Date date() {
    return new Date(0);
  }

  @NoScopeRequired
  @Tool(description = "A generic record")
  Box<Thing> box() {
    return new Box<>(thing());
  }

  @NoScopeRequired
  @Tool(description = "Forms of JSON-B")
  Custom custom() {
    return new Custom("Ann", LocalDate.of(2000, 1, 2));
  }

  @NoScopeRequired
  @Tool(description = "A record that is not public")
  Hidden hidden() {
    return new Hidden(7);
  }

  @NoScopeRequired
  @Tool(description = "No number of JSON")
  double infinite() {
    return Double.POSITIVE_INFINITY;
  }

  @NoScopeRequired
  @Tool(description = "No number of JSON, deep inside")
  Readings readings() {
    return new Readings(1, List.of(1.0, Double.NaN));
  }

  @NoScopeRequired
  @Tool(description = "Breaks its promise")
  Promised promised() {
    return new Promised(null, Optional.empty());
  }

  @NoScopeRequired
  @Tool(description = "A list with a hole")
  List<String> holes() {
    return Arrays.asList("a", null);
  }

  @NoScopeRequired
  @Tool(description = "What nobody can write")
  Box<Object> thread() {
    return new Box<>(new Thread("t"));
  }

  @NoScopeRequired
  @Tool(description = "What nobody can look into")
  Box<Object> path() {
    return new Box<>(Path.of("x"));
  }

  @NoScopeRequired
  @Tool(description = "Contains itself")
  Endless endless() {
    return new Endless();
  }

  @NoScopeRequired
  @Tool(description = "A map")
  Map<Colour, Double> map() {
    Map<Colour, Double> map = new LinkedHashMap<>();
    map.put(Colour.RED, 1.5);
    return map;
  }
}
