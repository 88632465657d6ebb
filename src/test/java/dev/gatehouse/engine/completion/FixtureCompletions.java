package dev.gatehouse.engine.completion;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.completion.CompleteResourceTemplate;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.resource.ResourceTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@ApplicationScoped
public class FixtureCompletions {
  @Prompt
  String travel(String country, String city, String day) {
    return country + city + day;
  }

  @ResourceTemplate(uriTemplate = "file:///{country}/{name}", name = "file")
  String file(String country, String name) {
    return country + name;
  }

  @CompletePrompt("travel")
  @CompleteResourceTemplate("file")
  List<String> countries(@CompleteArg(name = "country") String typed) {
    return Stream.of("France", "Finland", "Spain").filter(c -> c.startsWith(typed)).toList();
  }

  @CompletePrompt("travel")
  String cities(McpLog log, Optional<String> country, @CompleteArg String city, String day) {
    return city + " in " + country + " on '" + day + "'";
  }

  @CompletePrompt("travel")
  List<String> days(@CompleteArg String day) {
    return IntStream.rangeClosed(1, 150).mapToObj(String::valueOf).toList();
  }
}
