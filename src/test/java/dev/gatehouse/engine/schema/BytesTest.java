package dev.gatehouse.engine.schema;

import static dev.gatehouse.engine.schema.Arguments.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
  interface Tools {
    void upload(@Size(max = 3) byte[] file);
  }

  private static ArgumentSchema schema() throws UnusableTypeException {
    return ArgumentSchema.of(Arguments.of(Tools.class, "upload"));
  }

  @Test
  void bytes_are_a_string_in_base64_and_their_size_is_no_length_of_it() throws Exception {
    assertThat(Arguments.property(schema(), "file"))
        .isEqualTo(object("{'type':'string','contentEncoding':'base64'}"));
    assertThat(schema().read(object("{'file':'/wAB'}"))).containsExactly(new byte[] {-1, 0, 1});
  }

  @ParameterizedTest
  @ValueSource(strings = {"'/wAB='", "'a b'", "[1,2]", "5"})
  void anything_else_is_refused(String value) {
    assertThatExceptionOfType(InvalidArgumentsException.class)
        .isThrownBy(() -> schema().read(object("{'file':" + value + "}")))
        .withMessageStartingWith("file: must be ");
  }
}
