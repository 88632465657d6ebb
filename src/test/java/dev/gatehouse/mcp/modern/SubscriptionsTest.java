package dev.gatehouse.mcp.modern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.stream.StreamSlots;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
  private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";
  private static final String TOLD = "notifications/tools/list_changed";
  private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final SubscriptionFilter TOOLS = lists(Change.OfList.TOOLS);

  private final Subscriptions subscriptions = new Subscriptions(new StreamSlots(3, 2));

  private static SubscriptionFilter lists(Change.OfList... lists) {
    return new SubscriptionFilter(Set.of(lists), Set.of());
  }

  private RecordingConnection open(String owner, JsonValue id, SubscriptionFilter filter) {
    RecordingConnection stream = new RecordingConnection();
    subscriptions.open(owner, new JsonRpcId(id), filter, stream, Optional.of(NOON));
    return stream;
  }

  private RecordingConnection open(SubscriptionFilter filter) {
    return open("ada", Json.createValue(1), filter);
  }

  private boolean hasRoomFor(String owner) {
    try {
      subscriptions.demandRoom(owner);
      return true;
    } catch (McpException e) {
      assertThat(e.status()).isEqualTo(429);
      return false;
    }
  }

  @Test
  void the_acknowledgement_is_first_and_names_what_is_honoured() {
    RecordingConnection stream =
        open(new SubscriptionFilter(Set.of(Change.OfList.TOOLS), Set.of("a://b")));
    assertThat(stream.kinds()).containsExactly(ACKNOWLEDGED);
    JsonObject honoured = stream.message(0).getJsonObject("params").getJsonObject("notifications");
    assertThat(honoured)
        .hasToString("{\"toolsListChanged\":true,\"resourceSubscriptions\":[\"a://b\"]}");
  }

  @Test
  void every_message_carries_the_id_with_its_type() {
    for (JsonValue id : List.of(Json.createValue(7), Json.createValue("7"))) {
      RecordingConnection stream = open("owner of " + id, id, TOOLS);
      subscriptions.publish(Change.OfList.TOOLS);
      for (int i = 0; i < 2; i++) {
        assertThat(
                stream.message(i).getJsonObject("params").getJsonObject("_meta").get(SUBSCRIPTION))
            .isEqualTo(id);
      }
    }
  }

  @Test
  void only_those_who_asked_are_told() {
    RecordingConnection tools = open("ada", Json.createValue(1), TOOLS);
    RecordingConnection others =
        open("bob", Json.createValue(1), lists(Change.OfList.PROMPTS, Change.OfList.RESOURCES));
    subscriptions.publish(Change.OfList.TOOLS);
    assertThat(tools.kinds()).containsExactly(ACKNOWLEDGED, TOLD);
    assertThat(others.kinds()).containsExactly(ACKNOWLEDGED);
    subscriptions.publish(Change.OfList.PROMPTS);
    subscriptions.publish(Change.OfList.RESOURCES);
    assertThat(others.kinds())
        .containsExactly(
            ACKNOWLEDGED,
            "notifications/prompts/list_changed",
            "notifications/resources/list_changed");
    assertThat(tools.kinds()).hasSize(2);
  }

  @Test
  void an_update_reaches_those_who_follow_that_very_resource() {
    RecordingConnection stream = open(new SubscriptionFilter(Set.of(), Set.of("a://b")));
    RecordingConnection lists = open(lists(Change.OfList.RESOURCES));
    subscriptions.publish(new Change.OfResource("a://c"));
    subscriptions.publish(new Change.OfResource("a://b"));
    assertThat(stream.kinds()).containsExactly(ACKNOWLEDGED, "notifications/resources/updated");
    assertThat(stream.message(1).getJsonObject("params").getString("uri")).isEqualTo("a://b");
    assertThat(lists.kinds()).containsExactly(ACKNOWLEDGED);
  }

  @Test
  void a_closed_stream_is_forgotten_and_makes_room() {
    RecordingConnection first = open(TOOLS);
    open(TOOLS);
    assertThat(hasRoomFor("ada")).isFalse();
    first.close();
    first.close();
    assertThat(subscriptions.size()).isEqualTo(1);
    assertThat(hasRoomFor("ada")).isTrue();
    open(TOOLS);
    assertThat(hasRoomFor("ada")).isFalse();
  }

  @Test
  void a_stream_that_closed_before_it_was_opened_is_not_kept() {
    RecordingConnection stream = new RecordingConnection();
    stream.close();
    subscriptions.open("ada", new JsonRpcId(Json.createValue(1)), TOOLS, stream, Optional.empty());
    assertThat(subscriptions.size()).isZero();
  }

  @Test
  void one_caller_cannot_take_the_room_of_others() {
    open(TOOLS);
    open(TOOLS);
    assertThat(hasRoomFor("ada")).isFalse();
    assertThat(hasRoomFor("bob")).isTrue();
    open("bob", Json.createValue(1), TOOLS);
    assertThat(hasRoomFor("bob")).isFalse();
  }

  @Test
  void a_stream_too_many_ends_with_an_error_and_nothing_else() {
    open(TOOLS);
    open(TOOLS);
    RecordingConnection third = open(TOOLS);
    assertThat(third.kinds()).containsExactly("error");
    assertThat(third.isClosed()).isTrue();
    assertThat(subscriptions.size()).isEqualTo(2);
  }

  @Test
  void a_stream_ends_when_its_token_does() {
    RecordingConnection stream = open("ada", Json.createValue("x"), TOOLS);
    subscriptions.closeExpired(NOON.minusSeconds(1));
    assertThat(stream.isClosed()).isFalse();
    subscriptions.closeExpired(NOON);
    assertThat(stream.kinds()).containsExactly(ACKNOWLEDGED, "result");
    assertThat(stream.message(1))
        .hasToString(
            "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{\"resultType\":\"complete\","
                + "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":\"x\"}}}");
    assertThat(stream.isClosed()).isTrue();
    assertThat(subscriptions.size()).isZero();
  }

  @Test
  void undeployment_completes_every_stream_and_opens_none() {
    List<RecordingConnection> streams = new ArrayList<>(List.of(open(TOOLS), open(TOOLS)));
    subscriptions.stop();
    streams.forEach(s -> assertThat(s.kinds()).containsExactly(ACKNOWLEDGED, "result"));
    assertThat(subscriptions.size()).isZero();
    assertThat(open("bob", Json.createValue(1), TOOLS).kinds()).containsExactly("error");
  }

  @Test
  void five_thousand_streams_are_a_matter_of_limits() {
    Subscriptions many = new Subscriptions(new StreamSlots(5000, 5000));
    List<RecordingConnection> streams = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      streams.add(new RecordingConnection());
      many.open("ada", new JsonRpcId(Json.createValue(i)), TOOLS, streams.get(i), Optional.empty());
    }
    many.publish(Change.OfList.TOOLS);
    assertThat(streams).allMatch(stream -> stream.kinds().equals(List.of(ACKNOWLEDGED, TOLD)));
  }

  @Test
  void a_client_that_reads_slowly_is_told_each_thing_once() {
    RecordingConnection slow = RecordingConnection.slow(1);
    SubscriptionFilter filter =
        new SubscriptionFilter(Set.of(Change.OfList.TOOLS), Set.of("a://b"));
    subscriptions.open("ada", new JsonRpcId(Json.createValue(1)), filter, slow, Optional.empty());
    for (int i = 0; i < 10_000; i++) {
      subscriptions.publish(Change.OfList.TOOLS);
      subscriptions.publish(new Change.OfResource("a://b"));
    }
    slow.read(10);
    assertThat(slow.kinds()).containsExactly(ACKNOWLEDGED, TOLD, "notifications/resources/updated");
    subscriptions.publish(Change.OfList.TOOLS);
    assertThat(slow.kinds()).last().isEqualTo(TOLD);
  }

  @Test
  void limits_without_room_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new StreamSlots(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new StreamSlots(1, 0));
  }
}
