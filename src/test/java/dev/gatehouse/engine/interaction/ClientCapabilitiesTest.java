package dev.gatehouse.engine.interaction;

import static dev.gatehouse.engine.interaction.Reading.json;
import static dev.gatehouse.interaction.Capability.ELICITATION_FORM;
import static dev.gatehouse.interaction.Capability.ELICITATION_URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.interaction.Capability;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCapabilitiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{'elicitation':{}} | ELICITATION_FORM",
        "{'elicitation':{'form':{}}} | ELICITATION_FORM",
        "{'elicitation':{'schemaValidation':true}} | ELICITATION_FORM",
        "{'elicitation':{'url':{}}} | ELICITATION_URL",
        "{'elicitation':{'form':{},'url':{}}} | ELICITATION_FORM ELICITATION_URL",
        "{'elicitation':true} | ##",
        "{'elicitation':null,'sampling':[]} | ##",
        "{'sampling':{}} | SAMPLING",
        "{'sampling':{'context':{},'tools':{}}} | SAMPLING SAMPLING_CONTEXT",
        "{'roots':{'listChanged':true},'x':1} | ROOTS",
        "{} | ##"
      })
  void a_client_is_taken_at_its_word_and_no_further(String declared, String understood) {
    Set<Capability> expected = EnumSet.noneOf(Capability.class);
    Arrays.stream(understood.split(" "))
        .filter(name -> !name.isEmpty())
        .forEach(name -> expected.add(Capability.valueOf(name)));

    assertThat(ClientCapabilities.of(json(declared)).declared()).isEqualTo(expected);
  }

  @Test
  void what_a_revision_lacks_can_be_taken_away() {
    ClientCapabilities all = ClientCapabilities.of(json("{'elicitation':{'form':{},'url':{}}}"));

    assertThat(all.without(Set.of(ELICITATION_URL)).declared()).containsExactly(ELICITATION_FORM);
  }

  @Test
  void what_is_required_is_an_object() {
    assertThat(ClientCapabilities.toJson(EnumSet.allOf(Capability.class)))
        .isEqualTo(
            json("{'elicitation':{'form':{},'url':{}},'sampling':{'context':{}},'roots':{}}"));
    assertThat(ClientCapabilities.toJson(Set.of(Capability.ROOTS))).isEqualTo(json("{'roots':{}}"));
  }
}
