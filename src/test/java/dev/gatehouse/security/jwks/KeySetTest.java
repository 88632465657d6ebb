package dev.gatehouse.security.jwks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.security.token.Mint;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySetTest {
  private static final Set<String> RS256 = Set.of("RS256");

  @ParameterizedTest
  @CsvSource({"use, enc", "alg, RSA-OAEP", "alg, RS512", "alg, HS256"})
  void a_key_for_something_else_is_left_out(String parameter, String value) throws Exception {
    assertThat(KeySet.parse(jwks(Map.of(parameter, value)), RS256).entries()).isEmpty();
  }

  @Test
  void a_key_that_only_signs_is_left_out() throws Exception {
    Map<String, Object> signing = Map.of("key_ops", Set.of("sign").stream().toList());

    assertThat(KeySet.parse(jwks(signing), RS256).entries()).isEmpty();
  }

  @Test
  void a_short_key_is_left_out() throws Exception {
    RsaJsonWebKey weak = Mint.rsaKey("weak", 1024);

    assertThat(KeySet.parse(KeyServer.jwks(weak), RS256).entries()).isEmpty();
  }

  @Test
  void a_key_of_another_type_is_left_out() throws Exception {
    String both = KeyServer.jwks(Mint.KEY, Mint.ecKey("ec_1"));

    assertThat(KeySet.parse(both, RS256).entries()).hasSize(1);
    assertThat(KeySet.parse(both, Set.of("ES256")).entries()).hasSize(1);
  }

  @Test
  void a_key_without_use_and_algorithm_fits_every_algorithm_of_its_type() throws Exception {
    Map<String, Object> bare = parameters();
    bare.remove("use");
    bare.remove("alg");
    String json = "{\"keys\":[" + JsonUtil.toJson(bare) + "]}";
    KeySet keys = KeySet.parse(json, Set.of("RS256", "PS256", "ES256"));

    assertThat(keys.matching(Optional.of("snk_1"), "RS256")).hasSize(1);
    assertThat(keys.matching(Optional.of("snk_1"), "PS256")).hasSize(1);
    assertThat(keys.matching(Optional.of("snk_1"), "ES256")).isEmpty();
  }

  @Test
  void a_key_fits_its_own_algorithm_only() throws Exception {
    KeySet keys = KeySet.parse(KeyServer.jwks(Mint.KEY), Set.of("RS256", "PS256"));

    assertThat(keys.matching(Optional.of("snk_1"), "RS256")).hasSize(1);
    assertThat(keys.matching(Optional.of("snk_1"), "PS256")).isEmpty();
    assertThat(keys.matching(Optional.empty(), "RS256")).hasSize(1);
    assertThat(keys.matching(Optional.of("snk_2"), "RS256")).isEmpty();
  }

  @Test
  void keys_beyond_the_fiftieth_are_ignored() throws Exception {
    String json =
        IntStream.range(0, 60)
            .mapToObj(i -> key(Map.of("kid", "k" + i)))
            .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    KeySet keys = KeySet.parse(json, RS256);

    assertThat(keys.matching(Optional.of("k49"), "RS256")).hasSize(1);
    assertThat(keys.matching(Optional.of("k50"), "RS256")).isEmpty();
  }

  @Test
  void the_same_keys_in_another_order_are_the_same() throws JoseException {
    KeySet one = KeySet.parse(KeyServer.jwks(Mint.KEY, Mint.OTHER_KEY), RS256);
    KeySet other = KeySet.parse(KeyServer.jwks(Mint.OTHER_KEY, Mint.KEY), RS256);
    KeySet less = KeySet.parse(KeyServer.jwks(Mint.KEY), RS256);

    assertThat(one.hasSameKeysAs(other)).isTrue();
    assertThat(one.hasSameKeysAs(less)).isFalse();
  }

  @Test
  void another_key_under_the_same_id_is_a_change() throws JoseException {
    KeySet one = KeySet.parse(KeyServer.jwks(Mint.KEY), RS256);
    JsonWebKey renamed = Mint.rsaKey("snk_1");

    assertThat(one.hasSameKeysAs(KeySet.parse(KeyServer.jwks(renamed), RS256))).isFalse();
  }

  private static String jwks(Map<String, Object> changed) {
    return "{\"keys\":[" + key(changed) + "]}";
  }

  private static String key(Map<String, Object> changed) {
    Map<String, Object> parameters = parameters();
    parameters.putAll(changed);
    return JsonUtil.toJson(parameters);
  }

  private static Map<String, Object> parameters() {
    return Mint.KEY.toParams(OutputControlLevel.PUBLIC_ONLY);
  }
}
