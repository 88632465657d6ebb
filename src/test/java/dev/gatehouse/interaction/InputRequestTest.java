package dev.gatehouse.interaction;

import static dev.gatehouse.interaction.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.content.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputRequestTest {
  private static final FormElicitation FORM =
      new FormElicitation(
          "Release?",
          FormSchema.empty()
              .required("ok", FormField.yesNo())
              .optional("note", FormField.text())
              .optional("sum", FormField.number())
              .optional("tags", FormField.someOf(List.of("a", "b"))));
  private static final UrlElicitation PAGE =
      new UrlElicitation("Log in", URI.create("https://acme.com/login"), "e1");

  @Test
  void a_form_says_so_in_the_modern_era_only() {
    String rest = "'message':'Release?','requestedSchema':" + FORM.schema().toJson() + "}";

    assertThat(FORM.toJson())
        .isEqualTo(json("{'method':'elicitation/create','params':{'mode':'form'," + rest + "}"));
    assertThat(FORM.legacyParams()).isEqualTo(json("{" + rest));
    assertThat(FORM.requiredCapabilities()).isEqualTo(json("{'elicitation':{'form':{}}}"));
  }

  @Test
  void a_page_has_an_id_in_the_legacy_era_only() {
    assertThat(PAGE.toJson())
        .isEqualTo(
            json(
                "{'method':'elicitation/create','params':{'mode':'url','message':'Log in',"
                    + "'url':'https://acme.com/login'}}"));
    assertThat(PAGE.legacyParams())
        .isEqualTo(
            json(
                "{'mode':'url','message':'Log in','url':'https://acme.com/login',"
                    + "'elicitationId':'e1'}"));
    assertThat(PAGE.requiredCapabilities()).isEqualTo(json("{'elicitation':{'url':{}}}"));
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

    assertThat(request.toJson())
        .isEqualTo(
            json(
                "{'method':'sampling/createMessage','params':{'messages':["
                    + "{'role':'user','content':{'type':'text','text':'Hi'}},"
                    + "{'role':'assistant','content':{'type':'text','text':'Yes?'}}],"
                    + "'maxTokens':100,'systemPrompt':'Be brief','temperature':0.5,"
                    + "'stopSequences':['END'],'modelPreferences':{'costPriority':1}}}"));
    assertThat(request.legacyParams()).isEqualTo(request.params());
    assertThat(request.requiredCapabilities()).isEqualTo(json("{'sampling':{}}"));
  }

  @Test
  void the_context_of_others_needs_more_than_sampling() {
    SamplingRequest request =
        SamplingRequest.of(1, "Hi").includeContext(SamplingRequest.Context.ALL_SERVERS);

    assertThat(request.params().getString("includeContext")).isEqualTo("allServers");
    assertThat(request.requiredCapabilities()).isEqualTo(json("{'sampling':{'context':{}}}"));
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
    assertThat(new RootsRequest().toJson()).isEqualTo(json("{'method':'roots/list','params':{}}"));
  }

  @Test
  void an_accepted_form_holds_what_was_asked_for_and_no_more() {
    ElicitationResponse response =
        FORM.read(
                json(
                    "{'action':'accept','content':{'ok':false,'note':'x','sum':1.5,'tags':['b'],"
                        + "'extra':1}}"))
            .orElseThrow();

    assertThat(response.isAccepted()).isTrue();
    assertThat(response.flag("ok")).contains(false);
    assertThat(response.text("note")).contains("x");
    assertThat(response.number("sum")).contains(new BigDecimal("1.5"));
    assertThat(response.choices("tags")).containsExactly("b");
    assertThat(response.content()).doesNotContainKey("extra");
  }

  @Test
  void a_field_left_out_is_absent() {
    ElicitationResponse response =
        FORM.read(json("{'action':'accept','content':{'ok':true}}")).orElseThrow();

    assertThat(response.text("note")).isEmpty();
    assertThat(response.number("sum")).isEmpty();
    assertThat(response.flag("note")).isEmpty();
    assertThat(response.choices("tags")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"decline", "cancel"})
  void a_refused_form_holds_nothing(String action) {
    ElicitationResponse response =
        FORM.read(json("{'action':'" + action + "','content':{'ok':true}}")).orElseThrow();

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
    assertThat(FORM.read(json(answer))).isEmpty();
  }

  @Test
  void a_page_is_opened_or_not() {
    assertThat(PAGE.read(json("{'action':'accept'}")).orElseThrow().isAccepted()).isTrue();
    assertThat(PAGE.read(json("{'action':'cancel'}")).orElseThrow().isAccepted()).isFalse();
    assertThat(PAGE.read(json("{'content':{}}"))).isEmpty();
  }

  @Test
  void a_model_answers_with_one_block_or_several() {
    SamplingResponse one =
        SamplingResponse.of(
                json(
                    "{'role':'assistant','content':{'type':'text','text':'Paris'},'model':'m',"
                        + "'stopReason':'endTurn'}"))
            .orElseThrow();
    SamplingResponse several =
        SamplingResponse.of(
                json(
                    "{'role':'assistant','content':[{'type':'text','text':'a'},{'type':'image'},"
                        + "{'type':'text','text':'b'}],'model':'m'}"))
            .orElseThrow();

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
    assertThat(SamplingRequest.of(1, "Hi").read(json(answer))).isEmpty();
  }

  @Test
  void roots_are_files() {
    assertThat(
            new RootsRequest()
                .read(json("{'roots':[{'uri':'file:///a','name':'A'},{'uri':'file:///b'}]}"))
                .orElseThrow()
                .roots())
        .containsExactly(
            new RootsResponse.Root("file:///a", Optional.of("A")),
            new RootsResponse.Root("file:///b", Optional.empty()));
    assertThat(new RootsRequest().read(json("{'roots':[]}"))).isPresent();
    assertThat(new RootsRequest().read(json("{'roots':{}}"))).isEmpty();
    assertThat(new RootsRequest().read(json("{'roots':[{'uri':'https://acme.com'}]}"))).isEmpty();
    assertThat(new RootsRequest().read(json("{'roots':[{'uri':'file:///a'},1]}"))).isEmpty();
  }
}
