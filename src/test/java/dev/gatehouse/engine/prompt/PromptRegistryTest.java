package dev.gatehouse.engine.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.prompt.PromptFailure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.hibernate.validator.cdi.ValidationExtension;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PromptRegistryTest {
  private static WeldContainer container;
  private static PromptRegistry prompts;

  @BeforeAll
  static void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(PromptRegistry.class, FixturePrompts.class)
            .addExtensions(new PromptExtension(), new ValidationExtension())
            .initialize();
    prompts = container.select(PromptRegistry.class).get();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static PromptDefinition prompt(String name) {
    return prompts.find(name).orElseThrow();
  }

  private static JsonObject get(String name, String arguments) throws InvalidArgumentsException {
    return prompts.get(prompt(name), json(arguments), Exchange.none()).toJson().build();
  }

  @Test
  void prompts_are_listed_by_name() {
    assertThat(prompts.all())
        .extracting(PromptDefinition::name)
        .containsExactly("nothing", "own", "plain", "refuse", "two", "with-arguments");
    assertThat(prompts.find("arguments")).isEmpty();
  }

  @Test
  void an_entry_says_what_its_author_said() {
    assertThat(prompt("plain").toJson())
        .isEqualTo(json("{'name':'plain','title':'Plain','description':'Nothing to fill in'}"));
    assertThat(prompt("with-arguments").toJson())
        .isEqualTo(
            json(
                """
                {'name':'with-arguments','arguments':[
                  {'name':'arg1','title':'First','description':'the first','required':true},
                  {'name':'count','required':false},
                  {'name':'level','required':false}]}"""));
  }

  @Test
  void a_string_is_one_message_of_the_user() throws Exception {
    assertThat(get("plain", "{}"))
        .isEqualTo(
            json(
                """
                {'description':'Nothing to fill in','messages':[
                  {'role':'user','content':{'type':'text','text':'Say something.'}}]}"""));
  }

  @Test
  void arguments_are_read_from_text_or_absent() throws Exception {
    assertThat(get("with-arguments", "{'arg1':'a','count':'7','level':'high'}"))
        .isEqualTo(
            json(
                """
                {'messages':[{'role':'assistant',
                  'content':{'type':'text','text':'a Optional[7] high'}}]}"""));
    assertThat(get("with-arguments", "{'arg1':'a'}").toString()).contains("a Optional.empty low");
  }

  @Test
  void several_messages_may_hold_any_content() throws Exception {
    assertThat(get("two", "{'uri':'test://a'}").getJsonArray("messages"))
        .hasSize(2)
        .first()
        .isEqualTo(
            json(
                """
                {'role':'user','content':{'type':'resource',
                  'resource':{'uri':'test://a','mimeType':'text/plain','text':'hi'}}}"""));
  }

  @Test
  void a_prompt_that_shapes_its_result_is_not_changed() throws Exception {
    assertThat(get("own", "{}")).isEqualTo(json("{'description':'Mine','messages':[]}"));
  }

  @Test
  void parameters_that_reach_the_client_are_filled_from_this_call() throws Exception {
    Exchange exchange = Exchange.none();
    prompts.get(prompt("two"), json("{'uri':'test://a'}"), exchange);
    assertThat(container.select(FixturePrompts.class).get().filled())
        .contains(exchange.input(), exchange.cancellation());
    assertThat(prompt("two").uses())
        .containsExactlyInAnyOrder(ContextParameter.INPUT, ContextParameter.CANCELLATION);
    assertThat(prompt("plain").uses()).isEmpty();
  }

  @Test
  void a_wrong_argument_is_named() {
    assertThatExceptionOfType(InvalidArgumentsException.class)
        .isThrownBy(() -> get("with-arguments", "{}"))
        .withMessage("arg1: is required");
    assertThatExceptionOfType(InvalidArgumentsException.class)
        .isThrownBy(() -> get("with-arguments", "{'arg1':'a','x':'b'}"))
        .withMessage("x: is not an argument of this prompt");
    assertThatExceptionOfType(InvalidArgumentsException.class)
        .isThrownBy(() -> get("with-arguments", "{'arg1':'too long'}"))
        .withMessageStartingWith("arg1: ");
  }

  @Test
  void a_prompt_can_say_no() {
    assertThatExceptionOfType(PromptFailure.class)
        .isThrownBy(() -> get("refuse", "{}"))
        .withMessage("Not on Sundays");
  }

  @Test
  void nothing_is_no_result() {
    assertThatNullPointerException()
        .isThrownBy(() -> get("nothing", "{}"))
        .withMessageContaining("Prompt nothing");
  }
}
