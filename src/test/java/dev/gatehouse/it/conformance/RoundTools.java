package dev.gatehouse.it.conformance;

import dev.gatehouse.interaction.ElicitationResponse;
import dev.gatehouse.interaction.FormElicitation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.InputRequest;
import dev.gatehouse.interaction.InputResponses;
import dev.gatehouse.interaction.RootsRequest;
import dev.gatehouse.interaction.RootsResponse;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tools that need several rounds since 2026-07-28. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class RoundTools {
  record Person(String name) {}

  record Favourite(String color) {}

  record Confirmation(boolean ok) {}

  private static Person person(ElicitationResponse<Person> answer) {
    return answer.content().orElse(new Person("nobody"));
  }

  @Tool(name = "test_input_required_result_elicitation", description = "Asks for a name")
  String elicitation(Input input) {
    var answer = input.elicit("user_name", "What is your name?", Person.class);
    return "Hello, " + person(answer).name() + "!";
  }

  @Tool(name = "test_input_required_result_sampling", description = "Asks the client's model")
  String sampling(Input input) {
    return input
        .sample("capital_question", SamplingRequest.of(100, "What is the capital of France?"))
        .text();
  }

  @Tool(name = "test_input_required_result_list_roots", description = "Asks for directories")
  String roots(Input input) {
    return "Roots: " + names(input.listRoots("client_roots"));
  }

  private static String names(RootsResponse roots) {
    return roots.roots().stream().map(RootsResponse.Root::uri).collect(Collectors.joining(", "));
  }

  @Tool(name = "test_input_required_result_request_state", description = "Keeps a state")
  String requestState(Input input) {
    input.elicit("confirm", "Go on?", Confirmation.class);
    return "state-ok";
  }

  @Tool(name = "test_input_required_result_multiple_inputs", description = "Asks three at once")
  String multipleInputs(Input input) {
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    requests.put("user_name", new FormElicitation<>("What is your name?", Person.class));
    requests.put("greeting", SamplingRequest.of(50, "Write a greeting."));
    requests.put("client_roots", new RootsRequest());
    InputResponses answers = input.ask(requests);
    return person(answers.elicitation("user_name", Person.class)).name()
        + ", "
        + answers.sampling("greeting").text()
        + ", "
        + names(answers.roots("client_roots"));
  }

  @Tool(name = "test_input_required_result_multi_round", description = "Asks twice")
  String multiRound(Input input) {
    var name = input.elicit("step1", "What is your name?", Person.class);
    var color = input.elicit("step2", "What is your favourite color?", Favourite.class);
    return person(name).name() + " likes " + color.content().map(Favourite::color).orElse("none");
  }

  @Tool(name = "test_input_required_result_tampered_state", description = "Trusts its state")
  String tamperedState(Input input) {
    input.elicit("confirm", "Go on?", Confirmation.class);
    return "Untampered";
  }

  @Tool(name = "test_input_required_result_capabilities", description = "Asks what it may ask")
  String capabilities(Input input) {
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    if (input.canElicit()) {
      requests.put("confirm", new FormElicitation<>("Go on?", Confirmation.class));
    }
    if (input.canSample()) {
      requests.put("thought", SamplingRequest.of(50, "Think."));
    }
    if (input.canListRoots()) {
      requests.put("client_roots", new RootsRequest());
    }
    input.ask(requests);
    return "Asked for " + requests.keySet();
  }
}
