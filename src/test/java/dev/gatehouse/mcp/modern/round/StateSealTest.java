package dev.gatehouse.mcp.modern.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Settings;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.mcp.seal.StateCipher;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateSealTest {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final JsonObject CENTS = Json.createObjectBuilder().add("cents", 1250).build();
  private static final JsonObject ACCEPTED =
      Json.createObjectBuilder().add("action", "accept").add("note", "ü😀").build();
  static final StateBinding BINDING = StateBinding.of("iss sub", "tools/call", "pay", CENTS);
  static final RequestState STATE =
      RequestState.first(BINDING, Set.of("a"), NOW)
          .next(Map.of("a", ACCEPTED), Set.of("b", "c"), NOW);

  private static final Logger LOG = Logger.getLogger(StateSeal.class.getName());

  private final StateSeal seal = seal(key(1));
  private final LogRecords logged = new LogRecords();

  @BeforeEach
  void listen() {
    LOG.addHandler(logged);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(logged);
    LOG.setUseParentHandlers(true);
  }

  /** Keeps what is logged, level and text. */
  private static final class LogRecords extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void the_log_says_why_a_state_is_refused_and_nothing_of_the_state() {
    String sealed = seal.seal(STATE);
    refused(StateBinding.of("iss sub2", "tools/call", "pay", CENTS));
    refused(StateBinding.of("iss sub", "tools/call", "pay2", CENTS));
    refused(() -> seal.open(sealed, BINDING, NOW.plus(RequestState.LIFETIME)));
    refused(() -> seal.open("v1.forged", BINDING, NOW));
    refused(() -> seal.open(tooLong(), BINDING, NOW));

    assertThat(logged.lines)
        .containsExactly(
            "INFO requestState refused: it is another caller's",
            "INFO requestState refused: it is another request's",
            "INFO requestState refused: it is expired",
            "INFO requestState refused: it is tampered with, or of a key unknown here",
            "INFO requestState refused: it is too long");
  }

  @Test
  void a_deployment_without_a_key_is_told_and_not_warned() throws InvalidStateException {
    StateSeal own = StateSeal.of(settings(Map.of()), Nodes.none());

    assertThat(logged.lines)
        .singleElement()
        .asString()
        .startsWith("INFO There is no MCP_STATE_KEY");
    String sealed = own.seal(STATE);
    own.open(sealed, BINDING, NOW);
    assertThat(own.open(sealed, BINDING, NOW)).isEqualTo(STATE);
  }

  @Test
  void a_deployment_uses_the_keys_and_the_switch_of_its_settings() throws InvalidStateException {
    String text = Base64.getEncoder().encodeToString(key(1).getEncoded());
    StateSeal configured =
        StateSeal.of(
            settings(Map.of("mcp.state.key", text, "mcp.state.single.use", "true")), Nodes.none());
    assertThat(logged.lines).isEmpty();

    String sealed = seal.seal(STATE);
    assertThat(configured.open(sealed, BINDING, NOW)).isEqualTo(STATE);
    configured.spend(sealed, STATE, NOW);
    refused(() -> configured.spend(sealed, STATE, NOW));
  }

  @Test
  void nodes_open_each_others_states_at_every_step_to_a_new_key() throws InvalidStateException {
    String old = Base64.getEncoder().encodeToString(key(1).getEncoded());
    String fresh = Base64.getEncoder().encodeToString(key(2).getEncoded());
    List<StateSeal> steps =
        Stream.of(old, old + "," + fresh, fresh + "," + old, fresh)
            .map(keys -> StateSeal.of(settings(Map.of("mcp.state.key", keys)), Nodes.none()))
            .toList();

    for (int step = 1; step < steps.size(); step++) {
      StateSeal before = steps.get(step - 1);
      StateSeal after = steps.get(step);
      assertThat(after.open(before.seal(STATE), BINDING, NOW)).isEqualTo(STATE);
      assertThat(before.open(after.seal(STATE), BINDING, NOW)).isEqualTo(STATE);
    }
  }

  static Settings settings(Map<String, String> state) {
    Map<String, String> properties = new HashMap<>(state);
    properties.put("scalekit.environment.url", "https://acme.scalekit.com");
    properties.put("scalekit.resource.id", "res_1");
    properties.put("mcp.url", "https://mcp.acme.com/mcp");
    return Settings.load(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(properties, "test", 200))
            .build());
  }

  @Test
  void what_was_sealed_comes_out_again() throws InvalidStateException {
    assertThat(seal.open(seal.seal(STATE), BINDING, NOW)).isEqualTo(STATE);
  }

  @Test
  void nothing_can_be_read_in_a_sealed_state() {
    assertThat(seal.seal(STATE))
        .matches("v1\\.[A-Za-z0-9_-]+")
        .isNotEqualTo(seal.seal(STATE))
        .doesNotContain("accept", BINDING.caller(), BINDING.request());
  }

  @Test
  void arguments_in_another_order_are_the_same_request() throws InvalidStateException {
    JsonObject one = Json.createObjectBuilder().add("a", 1).add("b", 2).build();
    JsonObject other = Json.createObjectBuilder().add("b", 2).add("a", 1.0).build();
    RequestState state =
        RequestState.first(StateBinding.of("c", "tools/call", "t", one), Set.of(), NOW);

    assertThat(seal.open(seal.seal(state), StateBinding.of("c", "tools/call", "t", other), NOW))
        .isEqualTo(state);
  }

  @Test
  void another_caller_is_refused() {
    refused(StateBinding.of("iss sub2", "tools/call", "pay", CENTS));
  }

  @Test
  void another_method_is_refused() {
    refused(StateBinding.of("iss sub", "prompts/get", "pay", CENTS));
  }

  @Test
  void another_name_is_refused() {
    refused(StateBinding.of("iss sub", "tools/call", "pay2", CENTS));
    refused(StateBinding.of("iss sub", "tools/callpay", "", CENTS));
  }

  @Test
  void other_arguments_are_refused() {
    refused(StateBinding.of("iss sub", "tools/call", "pay", JsonValue.EMPTY_JSON_OBJECT));
    refused(
        StateBinding.of(
            "iss sub", "tools/call", "pay", Json.createObjectBuilder().add("cents", 1251).build()));
  }

  private void refused(StateBinding other) {
    refused(() -> seal.open(seal.seal(STATE), other, NOW));
  }

  private static void refused(ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOf(InvalidStateException.class)
        .hasMessage("requestState is not valid here");
  }

  @Test
  void a_state_counts_for_15_minutes() throws InvalidStateException {
    String sealed = seal.seal(STATE);

    assertThat(seal.open(sealed, BINDING, NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
        .isEqualTo(STATE);
    refused(() -> seal.open(sealed, BINDING, NOW.plus(Duration.ofMinutes(15))));
  }

  @Test
  void every_changed_bit_is_refused() {
    String sealed = seal.seal(STATE);
    for (int i = 0; i < sealed.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        char[] changed = sealed.toCharArray();
        changed[i] ^= (char) (1 << bit);
        refused(() -> seal.open(new String(changed), BINDING, NOW));
      }
    }
  }

  @Test
  void every_shorter_or_longer_text_is_refused() {
    String sealed = seal.seal(STATE);
    IntStream.range(0, sealed.length())
        .forEach(end -> refused(() -> seal.open(sealed.substring(0, end), BINDING, NOW)));
    for (String end : List.of("A", "=", "==", "\n", " ")) {
      refused(() -> seal.open(sealed + end, BINDING, NOW));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1.", "v1.AAAA", "v2.AAAA", "{}", "null", "v1.ü", "v1.\u0000", "v1.😀😀😀"})
  void garbage_is_refused(String garbage) {
    refused(() -> seal.open(garbage, BINDING, NOW));
  }

  @Test
  void what_is_too_long_is_not_looked_at() {
    String longest = "v1." + "A".repeat(StateSeal.MAX_LENGTH);

    refused(() -> seal.open(longest, BINDING, NOW));
    refused(() -> seal.open(tooLong(), BINDING, NOW));
  }

  private String tooLong() {
    String text = "x".repeat(StateSeal.MAX_LENGTH);
    JsonObject answer = Json.createObjectBuilder().add("text", text).build();
    return seal.seal(
        RequestState.first(BINDING, Set.of("a"), NOW).next(Map.of("a", answer), Set.of(), NOW));
  }

  @Test
  void the_largest_answers_have_room() throws InvalidStateException {
    String text = "x".repeat(Input.MAX_BYTES - "{\"text\":\"\"}".length());
    JsonObject answer = Json.createObjectBuilder().add("text", text).build();
    Set<String> keys = new HashSet<>();
    IntStream.range(10, 10 + Input.MAX_KEYS).forEach(i -> keys.add("k".repeat(62) + i));
    RequestState state =
        new RequestState(BINDING, NOW.plusSeconds(1), Map.of("a", answer), keys, 1);

    assertThat(seal.open(seal.seal(state), BINDING, NOW)).isEqualTo(state);
  }

  @Test
  void nodes_with_the_same_key_open_each_others() throws InvalidStateException {
    assertThat(seal(key(1)).open(seal.seal(STATE), BINDING, NOW)).isEqualTo(STATE);
  }

  @Test
  void another_key_opens_nothing() {
    refused(() -> seal(key(2)).open(seal.seal(STATE), BINDING, NOW));
  }

  @Test
  void the_first_key_seals_and_both_open() throws InvalidStateException {
    StateSeal rotated = seal(key(2), key(1));

    assertThat(rotated.open(seal.seal(STATE), BINDING, NOW)).isEqualTo(STATE);
    assertThat(seal(key(2)).open(rotated.seal(STATE), BINDING, NOW)).isEqualTo(STATE);
    refused(() -> seal.open(rotated.seal(STATE), BINDING, NOW));
  }

  @Test
  void without_a_key_each_node_has_its_own() throws InvalidStateException {
    StateSeal own = seal();

    assertThat(own.open(own.seal(STATE), BINDING, NOW)).isEqualTo(STATE);
    refused(() -> seal().open(own.seal(STATE), BINDING, NOW));
  }

  @Test
  void a_state_may_be_used_again_unless_that_is_forbidden() throws InvalidStateException {
    String sealed = seal.seal(STATE);
    seal.open(sealed, BINDING, NOW);
    assertThat(seal.open(sealed, BINDING, NOW)).isEqualTo(STATE);

    StateSeal once = once(10);
    once.spend(sealed, once.open(sealed, BINDING, NOW), NOW);
    refused(() -> once.spend(sealed, once.open(sealed, BINDING, NOW), NOW));
  }

  @Test
  void a_state_that_was_opened_and_not_spent_can_be_used_later() throws InvalidStateException {
    String sealed = seal.seal(STATE);
    StateSeal once = once(10);
    once.open(sealed, BINDING, NOW);
    once.spend(sealed, once.open(sealed, BINDING, NOW), NOW);
  }

  @Test
  void one_caller_does_not_take_the_room_of_others() {
    UsedStates used = new UsedStates(3, 1);
    RequestState other =
        RequestState.first(new StateBinding("another caller", "request"), Set.of(), NOW);
    assertThat(used.spend("1", STATE, NOW)).isTrue();
    assertThat(used.spend("2", STATE, NOW)).isFalse();
    assertThat(used.spend("3", other, NOW)).isTrue();
    assertThat(used.spend("4", STATE, STATE.expires())).isTrue();
  }

  @Test
  void a_state_that_is_given_back_can_be_used_again_and_takes_no_room() {
    UsedStates used = new UsedStates(3, 1);
    assertThat(used.spend("1", STATE, NOW)).isTrue();
    used.giveBack("1");
    used.giveBack("1");
    assertThat(used.spend("2", STATE, NOW)).isTrue();
    assertThat(used.spend("1", STATE, NOW)).isFalse();
    used.giveBack("2");
    assertThat(used.spend("1", STATE, NOW)).isTrue();
  }

  @Test
  void a_full_memory_takes_no_more_until_something_expires() throws InvalidStateException {
    StateSeal once = once(1);
    once.spend(once.seal(STATE), STATE, NOW);
    refused(() -> once.spend(once.seal(STATE), STATE, NOW));

    Instant later = NOW.plus(RequestState.LIFETIME);
    RequestState next = RequestState.first(BINDING, Set.of(), later);
    once.spend(once.seal(next), next, later);
  }

  private static StateSeal once(int limit) {
    return new StateSeal(
        new StateCipher("", List.of(key(1))), Optional.of(new UsedStates(limit, limit)));
  }

  private static StateSeal seal(SecretKey... keys) {
    return new StateSeal(new StateCipher("", List.of(keys)), Optional.empty());
  }

  private static SecretKey key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return new SecretKeySpec(bytes, "AES");
  }
}
