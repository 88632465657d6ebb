package dev.gatehouse.engine.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema for editors takes, the reader takes, and nothing else. */
class MappingFileTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              MappingFileTest.class.getResourceAsStream("/META-INF/gatehouse-tools.schema.json"));

  private static final String START = "{'tools':[{'class':'a.B','method':'c',";

  private static MappingFile parse(String file) {
    return MappingFile.parse("the file", file.getBytes(UTF_8));
  }

  private static boolean isValid(String file) {
    return SCHEMA.validate(file, InputFormat.JSON).isEmpty();
  }

  private static Stream<String> json(String... files) {
    return Stream.of(files).map(file -> file.replace('\'', '"'));
  }

  static Stream<String> good() {
    return json(
        "{'tools':[]}",
        "{'$schema':'gatehouse-tools.schema.json','tools':[]}",
        START + "'description':'d','scopes':['a:b']}]}",
        START + "'description':'d','scopes':['a'],'task':'required'}]}",
        START + "'description':' d\\n','noScopeRequired':true,'title':''}]}",
        START
            + "'description':'d','scopes':['a','b'],'parameters':[],'name':'x_1.y-Z','hints':{}}]}",
        START + "'description':'d','scopes':['a'],'parameters':['int','java.lang.String[]']}]}",
        START
            + "'description':'d','scopes':['a'],'hints':{'readOnly':true,'destructive':false,"
            + "'idempotent':true,'openWorld':false}}]}",
        START
            + "'description':'d','scopes':['a'],'arguments':{'x':{},'y':{'name':'z','description':'d',"
            + "'required':false,'default':[1,{'a':null}],'sensitive':true},'w':{'fixed':false},"
            + "'v':{'hidden':true},'u':{'fixed':0,'hidden':true}}}]}");
  }

  static Stream<String> bad() {
    return json(
        "[]",
        "{}",
        "{'tools':{}}",
        "{'tools':[],'tool':[]}",
        "{'tools':[],'$schema':1}",
        "{'tools':['a']}",
        "{'tools':[{}]}",
        "{'tools':[" + "{},".repeat(500) + "{}]}",
        START + "'description':'d','scopes':['a'],'task':'forbidden'}]}",
        START + "'description':'d'}]}",
        START + "'description':'d','scopes':['a'],'noScopeRequired':true}]}",
        START + "'description':'d','scopes':[]}]}",
        START + "'description':'d','scopes':'a'}]}",
        START + "'description':'d','scopes':['a b']}]}",
        START + "'description':'d','scopes':[null]}]}",
        START + "'description':'d','noScopeRequired':false}]}",
        START + "'description':' ','scopes':['a']}]}",
        START + "'description':'" + "d".repeat(10_001) + "','scopes':['a']}]}",
        START + "'description':null,'scopes':['a']}]}",
        START + "'description':'d','scopes':['a'],'name':'a b'}]}",
        START + "'description':'d','scopes':['a'],'name':''}]}",
        START + "'description':'d','scopes':['a'],'title':1}]}",
        START + "'description':'d','scopes':['a'],'parameters':'int'}]}",
        START + "'description':'d','scopes':['a'],'parameters':['an int']}]}",
        START + "'description':'d','scopes':['a'],'hints':[]}]}",
        START + "'description':'d','scopes':['a'],'hints':{'readonly':true}}]}",
        START + "'description':'d','scopes':['a'],'hints':{'readOnly':'true'}}]}",
        START + "'description':'d','scopes':['a'],'arguments':[]}]}",
        START + "'description':'d','scopes':['a'],'arguments':{'x':'y'}}]}",
        START + "'description':'d','scopes':['a'],'arguments':{'x':{'fix':1}}}]}",
        START + "'description':'d','scopes':['a'],'arguments':{'x':{'fixed':null}}}]}",
        START + "'description':'d','scopes':['a'],'arguments':{'x':{'fixed':1,'default':1}}}]}",
        START
            + "'description':'d','scopes':['a'],'arguments':{'x':{'hidden':false,'default':1}}}]}",
        START + "'description':'d','scopes':['a'],'arguments':{'x':{'hidden':1}}}]}",
        "{'tools':[{'class':'','method':'c','description':'d','scopes':['a']}]}",
        "{'tools':[{'class':'a B','method':'c','description':'d','scopes':['a']}]}",
        "{'tools':[{'class':'a.B','description':'d','scopes':['a']}]}");
  }

  @ParameterizedTest
  @MethodSource("good")
  void what_is_right_is_right_for_both(String file) {
    assertThat(parse(file).problems()).isEmpty();
    assertThat(isValid(file)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void what_is_wrong_is_wrong_for_both(String file) {
    assertThat(parse(file).problems()).isNotEmpty();
    assertThat(parse(file).tools()).isEmpty();
    assertThat(isValid(file)).isFalse();
  }

  // Text that a schema can't judge.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"tools\":[],\"tools\":[]}",
        "{\"tools\":[1e9999999999]}",
        "{\"tools\":[]}x"
      })
  void what_is_no_json_is_refused(String file) {
    assertThat(parse(file).problems()).singleElement().asString().startsWith("the file: ");
  }

  @Test
  void a_file_of_absurd_size_is_not_parsed() {
    String large = "{\"tools\":[]}" + " ".repeat(MappingFile.MOST_BYTES);
    assertThat(parse(large).problems()).singleElement().asString().contains("is larger than");
    assertThat(parse("[".repeat(100_000)).problems()).hasSize(1);
  }

  @Test
  void two_thousand_tools_are_taken_and_one_more_is_not() {
    assertThat(isTaken(2_000)).isTrue();
    assertThat(isTaken(2_001)).isFalse();
  }

  private static boolean isTaken(int count) {
    String tool =
        "{'class':'a.B','method':'c','description':'d','noScopeRequired':true}".replace('\'', '"');
    String file = "{\"tools\":[" + String.join(",", Collections.nCopies(count, tool)) + "]}";
    boolean taken = parse(file).problems().isEmpty();
    assertThat(isValid(file)).isEqualTo(taken);
    return taken;
  }

  @Test
  void a_problem_names_file_entry_and_key() {
    String file =
        "{'tools':[{'class':'a.B','method':'c','description':'d','scopes':['a'],"
            + "'arguments':{'x':{'descriptoin':'y'}}}]}";
    assertThat(parse(file.replace('\'', '"')).problems())
        .containsExactly(
            "tools[0] of the file: arguments: x: descriptoin is unknown; the nearest key is"
                + " description");
  }
}
