package dev.gatehouse.run.bench.many;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** What the file publishes again and again. */
@ApplicationScoped
public class ManyTools {
  /** So many. */
  public static final int COUNT = 1_000;

  public String echo(String text, int times) {
    return text.repeat(Math.max(0, Math.min(times, 10)));
  }

  /** The text of META-INF/gatehouse-tools.json. */
  public static String mapping() {
    JsonArrayBuilder tools = Json.createArrayBuilder();
    for (int i = 0; i < COUNT; i++) {
      tools.add(
          Json.createObjectBuilder()
              .add("class", ManyTools.class.getName())
              .add("method", "echo")
              .add("name", "echo_%04d".formatted(i))
              .add("description", "Says a text so many times, in way %d".formatted(i))
              .add("noScopeRequired", true));
    }
    return Json.createObjectBuilder().add("tools", tools).build().toString();
  }
}
