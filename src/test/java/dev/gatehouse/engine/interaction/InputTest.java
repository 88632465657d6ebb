package dev.gatehouse.engine.interaction;

import static dev.gatehouse.engine.interaction.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.FormElicitation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.InputRequest;
import dev.gatehouse.interaction.InputResponses;
import dev.gatehouse.interaction.MissingCapabilityException;
import dev.gatehouse.interaction.RootsRequest;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.interaction.UnansweredException;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static final ClientCapabilities EVERYTHING =
      ClientCapabilities.of(json("{'elicitation':{},'sampling':{},'roots':{}}"));
  private static final JsonObject ANN = json("{'action':'accept','content':{'name':'Ann'}}");
  private static final JsonObject WRONG = json("{'action':'accept','content':{'name':1}}");
  private static final JsonObject SAID =
      json("{'role':'assistant','content':{'type':'text','text':'Hi'},'model':'m'}");
  private static final FormElicitation<Person> NAME = new FormElicitation<>("Who?", Person.class);
  private static final SamplingRequest GREETING = SamplingRequest.of(50, "Greet");
  private static final InputChannel NEXT_ROUND =
      (open, accepted) -> {
        throw new OpenQuestions(open, accepted);
      };

  record Person(@NotBlank String name) {}

  /** Answers at once, as an older client does, and keeps what it was asked. */
  private static final class Conversation implements InputChannel {
    private final Deque<Map<String, JsonObject>> answers = new ArrayDeque<>();
    private final List<List<String>> asked = new ArrayList<>();

    @Override
    public Map<String, JsonObject> request(
        Map<String, Question> open, Map<String, JsonObject> accepted) {
      asked.add(List.copyOf(open.keySet()));
      return answers.isEmpty() ? Map.of() : answers.remove();
    }
  }

  private final Conversation conversation = new Conversation();
  private final Input legacy = conversation.input(EVERYTHING, Map.of());

  private static Input modern(Map<String, JsonObject> answers) {
    return NEXT_ROUND.input(EVERYTHING, answers);
  }

  private static OpenQuestions round(Runnable tool) {
    return catchThrowableOfType(OpenQuestions.class, tool::run);
  }

  @Test
  void a_question_without_answer_ends_the_round() {
    OpenQuestions ended = round(() -> modern(Map.of()).elicit("who", "Who?", Person.class));

    assertThat(ended.inputRequests()).isEqualTo(json("{'who':" + Question.of(NAME).toJson() + "}"));
    assertThat(ended.accepted()).isEmpty();
    assertThat(ended.getStackTrace()).isEmpty();
  }

  @Test
  void the_next_round_has_the_answer() {
    assertThat(modern(Map.of("who", ANN)).elicit("who", "Who?", Person.class).content())
        .contains(new Person("Ann"));
  }

  @Test
  void answers_add_up_over_the_rounds() {
    Input input = modern(Map.of("who", ANN, "unasked", SAID));

    OpenQuestions ended =
        round(
            () -> {
              input.elicit("who", "Who?", Person.class);
              input.sample("hello", GREETING);
            });

    assertThat(ended.open()).containsOnlyKeys("hello");
    assertThat(ended.accepted()).containsOnly(Map.entry("who", ANN));
  }

  @Test
  void an_answer_that_does_not_fit_is_asked_for_again() {
    OpenQuestions ended =
        round(() -> modern(Map.of("who", WRONG)).elicit("who", "Who?", Person.class));

    assertThat(ended.open()).containsOnlyKeys("who");
    assertThat(ended.accepted()).isEmpty();
  }

  @Test
  void several_questions_go_together_and_in_order() {
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    requests.put("z", NAME);
    requests.put("a", GREETING);
    requests.put("m", new RootsRequest());

    assertThat(round(() -> modern(Map.of()).ask(requests)).open().keySet())
        .containsExactly("z", "a", "m");
    assertThat(round(() -> modern(Map.of("a", SAID)).ask(requests)).open().keySet())
        .containsExactly("z", "m");

    InputResponses all =
        modern(Map.of("z", ANN, "a", SAID, "m", json("{'roots':[]}"))).ask(requests);
    assertThat(all.elicitation("z").isAccepted()).isTrue();
    assertThat(all.sampling("a").text()).isEqualTo("Hi");
    assertThat(all.roots("m").roots()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> all.roots("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> all.roots("other"));
  }

  @Test
  void an_older_client_answers_while_the_tool_waits() {
    conversation.answers.add(Map.of("who", ANN));

    assertThat(legacy.elicit("who", "Who?", Person.class).content()).contains(new Person("Ann"));
    assertThat(legacy.elicit("who", "Who?", Person.class).content()).contains(new Person("Ann"));
    assertThat(conversation.asked).containsExactly(List.of("who"));
  }

  @Test
  void an_older_client_is_asked_again_for_what_does_not_fit() {
    conversation.answers.add(Map.of("who", WRONG, "hello", SAID));
    conversation.answers.add(Map.of("other", ANN));
    conversation.answers.add(Map.of("who", ANN));
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    requests.put("who", NAME);
    requests.put("hello", GREETING);

    InputResponses responses = legacy.ask(requests);

    assertThat(responses.elicitation("who", Person.class).content()).contains(new Person("Ann"));
    assertThat(conversation.asked)
        .containsExactly(List.of("who", "hello"), List.of("who"), List.of("who"));
  }

  @Test
  void nobody_is_asked_for_ever() {
    assertThatThrownBy(() -> legacy.elicit("who", "Who?", Person.class))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("who");
    assertThat(conversation.asked).hasSize(Input.MAX_ROUNDS);
  }

  @Test
  void a_missing_capability_is_told_before_anything_is_asked() {
    Input input = conversation.input(ClientCapabilities.of(json("{'elicitation':{}}")), Map.of());
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    requests.put("who", NAME);
    requests.put("hello", GREETING);

    MissingCapabilityException missing =
        catchThrowableOfType(MissingCapabilityException.class, () -> input.ask(requests));

    assertThat(missing.missing()).containsExactly(Capability.SAMPLING);
    assertThat(conversation.asked).isEmpty();
    assertThat(input.supports(Capability.ELICITATION_FORM)).isTrue();
    assertThat(input.supports(Capability.SAMPLING)).isFalse();
    assertThat(input.canElicit()).isTrue();
    assertThat(input.canElicitByUrl()).isFalse();
    assertThat(input.canSample()).isFalse();
    assertThat(input.canListRoots()).isFalse();
  }

  @Test
  void a_tool_can_see_all_that_it_may_ask() {
    Input input = modern(Map.of());

    assertThat(input.canSample()).isTrue();
    assertThat(input.canListRoots()).isTrue();
    assertThat(
            conversation
                .input(ClientCapabilities.of(json("{'elicitation':{'url':{}}}")), Map.of())
                .canElicitByUrl())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "ä", "a/b", "$", "a\n"})
  void a_key_is_plain(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> legacy.elicit(key, "Who?", Person.class));
    assertThat(conversation.asked).isEmpty();
  }

  @Test
  void a_key_has_at_most_64_characters() {
    assertThat(round(() -> modern(Map.of()).elicit("k".repeat(64), "Who?", Person.class)).open())
        .hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> modern(Map.of()).elicit("k".repeat(65), "Who?", Person.class));
  }

  @Test
  void a_call_has_a_greatest_number_of_questions() {
    Map<String, JsonObject> answers = new LinkedHashMap<>();
    for (int i = 0; i <= Input.MAX_KEYS; i++) {
      answers.put("k" + i, ANN);
    }
    Input input = modern(answers);
    for (int i = 0; i < Input.MAX_KEYS; i++) {
      input.elicit("k" + i, "Who?", Person.class);
    }

    assertThat(input.elicit("k0", "Who?", Person.class).isAccepted()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> input.elicit("k" + Input.MAX_KEYS, "Who?", Person.class));
  }

  @Test
  void the_answers_of_a_call_have_a_greatest_size() {
    JsonObject half =
        json(
            "{'role':'assistant','content':{'type':'text','text':'"
                + "x".repeat(Input.MAX_BYTES / 2)
                + "'},'model':'m'}");
    Input input = modern(Map.of("a", half, "b", half));

    assertThat(input.sample("a", GREETING).text()).hasSize(Input.MAX_BYTES / 2);
    assertThatThrownBy(() -> input.sample("b", GREETING)).isInstanceOf(UnansweredException.class);
  }

  @Test
  void a_call_without_a_client_says_nothing_and_can_ask_nothing() {
    Exchange none = Exchange.none();
    none.progress().report(1);
    none.log().emergency("fire");
    none.cancellation().check();

    assertThat(none.input().canElicit()).isFalse();
    assertThatThrownBy(() -> none.input().elicit("who", "Who?", Person.class))
        .isInstanceOf(MissingCapabilityException.class)
        .hasMessage("The client must declare {\"elicitation\":{\"form\":{}}}");
  }
}
