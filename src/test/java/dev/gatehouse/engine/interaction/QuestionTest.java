package dev.gatehouse.engine.interaction;

import static dev.gatehouse.engine.interaction.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.content.Role;
import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.ElicitationResponse;
import dev.gatehouse.interaction.FormElicitation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.InputResponse;
import dev.gatehouse.interaction.JsonElicitation;
import dev.gatehouse.interaction.RootsRequest;
import dev.gatehouse.interaction.RootsResponse;
import dev.gatehouse.interaction.SamplingMessage;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.interaction.SamplingResponse;
import dev.gatehouse.interaction.UrlElicitation;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  enum Tag {
    a,
    b
  }

  record Release(
      boolean ok, Optional<String> note, Optional<BigDecimal> sum, Optional<List<Tag>> tags) {}

  private static final Question FORM =
      Question.of(new FormElicitation<>("Release?", Release.class));
  private static final JsonObject WRITTEN_SCHEMA =
      json("{'type':'object','properties':{'a':{'type':'string','enumNames':['A']}}}");
  private static final Question WRITTEN =
      Question.of(new JsonElicitation("Which?", WRITTEN_SCHEMA));
  private static final Question PAGE =
      Question.of(new UrlElicitation("Log in", URI.create("https://acme.com/login"), "e1"));
  private static final Question SAMPLING = Question.of(SamplingRequest.of(1, "Hi"));
  private static final Question ROOTS = Question.of(new RootsRequest());

  private static Optional<InputResponse> read(Question question, String answer) {
    return question.answer().apply(json(answer));
  }

  private static ElicitationResponse<?> elicited(Question question, String answer) {
    return (ElicitationResponse<?>) read(question, answer).orElseThrow();
  }

  private static SamplingResponse said(String answer) {
    return (SamplingResponse) read(SAMPLING, answer).orElseThrow();
  }

  @Test
  void a_form_says_so_in_the_modern_era_only() {
    String rest =
        "'message':'Release?','requestedSchema':{'type':'object','properties':{"
            + "'ok':{'type':'boolean'},'note':{'type':'string'},'sum':{'type':'number'},"
            + "'tags':{'type':'array','items':{'type':'string','enum':['a','b']}}},"
            + "'required':['ok']}}";

    assertThat(FORM.toJson())
        .isEqualTo(json("{'method':'elicitation/create','params':{'mode':'form'," + rest + "}"));
    assertThat(FORM.earlierParams()).isEqualTo(json("{" + rest));
    assertThat(FORM.needs()).containsExactly(Capability.ELICITATION_FORM);
  }

  @Test
  void a_written_form_goes_as_it_is_and_takes_any_object() {
    assertThat(WRITTEN.params().get("requestedSchema")).isEqualTo(WRITTEN_SCHEMA);
    assertThat(elicited(WRITTEN, "{'action':'accept','content':{'z':1}}").content().orElseThrow())
        .isEqualTo(json("{'z':1}"));
    assertThat(read(WRITTEN, "{'action':'accept','content':[]}")).isEmpty();
    assertThat(elicited(WRITTEN, "{'action':'cancel'}").content()).isEmpty();
  }

  @Test
  void a_filled_in_form_has_a_greatest_size() {
    int frame = "{'note':'','ok':true}".length();
    String most = "x".repeat(Input.MAX_FORM_BYTES - frame);
    String form = "{'action':'accept','content':{'note':'%s','ok':true}}";

    for (Question question : List.of(FORM, WRITTEN)) {
      assertThat(read(question, form.formatted(most))).isPresent();
      assertThat(read(question, form.formatted(most + "x"))).isEmpty();
    }
  }

  @Test
  void a_record_that_no_form_can_show_is_refused_when_it_is_asked_for() {
    record Nested(Release release) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Question.of(new FormElicitation<>("Why?", Nested.class)))
        .withMessageContaining("Nested.release: no form can show this type");
  }

  @Test
  void a_page_has_an_id_in_the_legacy_era_only() {
    assertThat(PAGE.toJson())
        .isEqualTo(
            json(
                "{'method':'elicitation/create','params':{'mode':'url','message':'Log in',"
                    + "'url':'https://acme.com/login'}}"));
    assertThat(PAGE.earlierParams())
        .isEqualTo(
            json(
                "{'mode':'url','message':'Log in','url':'https://acme.com/login',"
                    + "'elicitationId':'e1'}"));
    assertThat(PAGE.needs()).containsExactly(Capability.ELICITATION_URL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "file:///etc/passwd", "/login", "https://u:p@acme.com/"})
  void a_page_is_an_address_of_the_web_without_rights(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UrlElicitation("Log in", URI.create(url), "e1"));
  }

  @Test
  void sampling_carries_what_was_set() {
    SamplingRequest request =
        SamplingRequest.of(
                100, List.of(SamplingMessage.user("Hi"), SamplingMessage.assistant("Yes?")))
            .systemPrompt("Be brief")
            .temperature(0.5)
            .stopSequences(List.of("END"))
            .modelPreferences(json("{'costPriority':1}"));

    assertThat(Question.of(request).toJson())
        .isEqualTo(
            json(
                "{'method':'sampling/createMessage','params':{'messages':["
                    + "{'role':'user','content':{'type':'text','text':'Hi'}},"
                    + "{'role':'assistant','content':{'type':'text','text':'Yes?'}}],"
                    + "'maxTokens':100,'systemPrompt':'Be brief','temperature':0.5,"
                    + "'stopSequences':['END'],'modelPreferences':{'costPriority':1}}}"));
    assertThat(Question.of(request).earlierParams()).isEqualTo(request.toJson());
    assertThat(Question.of(request).needs()).containsExactly(Capability.SAMPLING);
  }

  @Test
  void the_context_of_others_needs_more_than_sampling() {
    SamplingRequest request =
        SamplingRequest.of(1, "Hi").includeContext(SamplingRequest.Context.ALL_SERVERS);

    assertThat(request.toJson().getString("includeContext")).isEqualTo("allServers");
    assertThat(Question.of(request).needs())
        .containsExactlyInAnyOrder(Capability.SAMPLING, Capability.SAMPLING_CONTEXT);
  }

  @Test
  void sampling_without_substance_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SamplingRequest.of(0, "Hi"));
    assertThatIllegalArgumentException().isThrownBy(() -> SamplingRequest.of(1, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SamplingRequest.of(1, "Hi").temperature(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SamplingMessage(Role.USER, json("{'type':'text'}")));
  }

  @Test
  void roots_are_asked_for_with_empty_params() {
    assertThat(ROOTS.toJson()).isEqualTo(json("{'method':'roots/list','params':{}}"));
  }

  @Test
  void an_accepted_form_holds_what_was_asked_for_and_no_more() {
    String content = "{'ok':false,'note':'x','sum':1.5,'tags':['b'],'extra':1}";

    ElicitationResponse<?> response =
        elicited(FORM, "{'action':'accept','content':" + content + "}");

    assertThat(response.isAccepted()).isTrue();
    assertThat(response.content().orElseThrow())
        .isEqualTo(
            new Release(
                false,
                Optional.of("x"),
                Optional.of(new BigDecimal("1.5")),
                Optional.of(List.of(Tag.b))));
  }

  @Test
  void a_field_left_out_is_absent() {
    assertThat(elicited(FORM, "{'action':'accept','content':{'ok':true}}").content().orElseThrow())
        .isEqualTo(new Release(true, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void null_is_absent_from_an_answer() {
    String nothing = "{'action':'accept','content':null,'_meta':null}";
    assertThat(elicited(WRITTEN, nothing).content().orElseThrow()).isEqualTo(json("{}"));
    assertThat(read(FORM, nothing)).isEmpty();
    assertThat(
            elicited(
                    FORM,
                    "{'action':'accept','content':{'ok':true,'note':null,'sum':null,'tags':null}}")
                .content()
                .orElseThrow())
        .isEqualTo(new Release(true, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(elicited(FORM, "{'action':'decline','content':null}").isAccepted()).isFalse();
    assertThat(elicited(PAGE, "{'action':'accept','content':null}").isAccepted()).isTrue();
    SamplingResponse said =
        said(
            "{'role':'assistant','content':{'type':'text','text':'x','annotations':null},"
                + "'model':'m','stopReason':null,'_meta':null}");
    assertThat(said.text()).isEqualTo("x");
    assertThat(said.stopReason()).isEmpty();
    assertThat(
            ((RootsResponse)
                    read(ROOTS, "{'roots':[{'uri':'file:///a','name':null}],'_meta':null}")
                        .orElseThrow())
                .roots())
        .containsExactly(new RootsResponse.Root("file:///a", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"decline", "cancel"})
  void a_refused_form_holds_nothing(String action) {
    ElicitationResponse<?> response =
        elicited(FORM, "{'action':'" + action + "','content':{'ok':true}}");

    assertThat(response.isAccepted()).isFalse();
    assertThat(response.action().name()).isEqualToIgnoringCase(action);
    assertThat(response.content()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'action':'ACCEPT','content':{'ok':true}}",
        "{'action':true,'content':{'ok':true}}",
        "{'action':'accept'}",
        "{'action':'accept','content':[]}",
        "{'action':'accept','content':{'ok':'yes'}}"
      })
  void another_answer_to_a_form_is_not_accepted(String answer) {
    assertThat(read(FORM, answer)).isEmpty();
  }

  @Test
  void a_page_is_opened_or_not() {
    assertThat(elicited(PAGE, "{'action':'accept'}").isAccepted()).isTrue();
    assertThat(elicited(PAGE, "{'action':'cancel'}").isAccepted()).isFalse();
    assertThat(read(PAGE, "{'content':{}}")).isEmpty();
  }

  @Test
  void a_model_answers_with_one_block_or_several() {
    SamplingResponse one =
        said(
            "{'role':'assistant','content':{'type':'text','text':'Paris'},'model':'m',"
                + "'stopReason':'endTurn'}");
    SamplingResponse several =
        said(
            "{'role':'assistant','content':[{'type':'text','text':'a'},{'type':'image'},"
                + "{'type':'text','text':'b'}],'model':'m'}");

    assertThat(one.text()).isEqualTo("Paris");
    assertThat(one.role()).isEqualTo(Role.ASSISTANT);
    assertThat(one.model()).isEqualTo("m");
    assertThat(one.stopReason()).contains("endTurn");
    assertThat(several.text()).isEqualTo("a\nb");
    assertThat(several.stopReason()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'content':{'type':'text','text':'x'},'model':'m'}",
        "{'role':'system','content':{'type':'text','text':'x'},'model':'m'}",
        "{'role':'assistant','model':'m'}",
        "{'role':'assistant','content':'x','model':'m'}",
        "{'role':'assistant','content':[],'model':'m'}",
        "{'role':'assistant','content':{'type':'text'},'model':'m'}",
        "{'role':'assistant','content':[{'type':'text','text':'x'},1],'model':'m'}",
        "{'role':'assistant','content':{'type':'text','text':'x'}}"
      })
  void another_answer_of_a_model_is_not_accepted(String answer) {
    assertThat(read(SAMPLING, answer)).isEmpty();
  }

  @Test
  void roots_are_files() {
    assertThat(
            ((RootsResponse)
                    read(ROOTS, "{'roots':[{'uri':'file:///a','name':'A'},{'uri':'file:///b'}]}")
                        .orElseThrow())
                .roots())
        .containsExactly(
            new RootsResponse.Root("file:///a", Optional.of("A")),
            new RootsResponse.Root("file:///b", Optional.empty()));
    assertThat(read(ROOTS, "{'roots':[]}")).isPresent();
    assertThat(read(ROOTS, "{'roots':{}}")).isEmpty();
    assertThat(read(ROOTS, "{'roots':[{'uri':'https://acme.com'}]}")).isEmpty();
    assertThat(read(ROOTS, "{'roots':[{'uri':'file:///a'},1]}")).isEmpty();
  }
}
