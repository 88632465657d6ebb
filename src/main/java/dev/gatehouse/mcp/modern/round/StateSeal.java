package dev.gatehouse.mcp.modern.round;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Settings;
import dev.gatehouse.json.Json;
import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.mcp.seal.StateCipher;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Seals a state for its way through the client, and opens it for the very request and caller that
 * it was made for. Nodes with the same key open each other's.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">MCP
 *     multi round-trip requests</a>
 */
public final class StateSeal {

  /** The longest text that is looked at; has room for the largest answers that Input accepts. */
  static final int MAX_LENGTH = 262_144;

  private static final int MAX_SPENT = 10_000;
  private static final int MAX_SPENT_PER_CALLER = 1_000;

  private final BoundedLog log = BoundedLog.of(StateSeal.class);
  private final StateCipher cipher;
  private final Optional<SpentStates> spent;

  /** With a memory, each state can be spent once. */
  StateSeal(StateCipher cipher, Optional<SpentStates> spent) {
    this.cipher = cipher;
    this.spent = spent;
  }

  /** Says so when there is no key, so once for a deployment. */
  public static StateSeal of(Settings settings, Nodes nodes) {
    StateSeal seal =
        new StateSeal(
            new StateCipher("", settings.stateKeys()),
            settings.singleUseStates() ? Optional.of(spent(nodes)) : Optional.empty());
    if (settings.stateKeys().isEmpty()) {
      seal.log.log(
          Level.INFO,
          "There is no MCP_STATE_KEY: enough for one node. With one, several nodes can continue"
              + " each other's calls, and calls survive a restart");
    }
    return seal;
  }

  private static SpentStates spent(Nodes nodes) {
    return nodes
        .database()
        .<SpentStates>map(SharedUsedStates::new)
        .orElseGet(() -> new UsedStates(MAX_SPENT, MAX_SPENT_PER_CALLER));
  }

  String seal(RequestState state) {
    return cipher.seal(state.toJson().toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The state in this text, where it belongs here and still counts. */
  RequestState open(String sealed, StateBinding expected, Instant now)
      throws InvalidStateException {
    RequestState state = read(sealed);
    if (!state.binding().caller().equals(expected.caller())) {
      throw refused("another caller's");
    }
    if (!state.binding().request().equals(expected.request())) {
      throw refused("another request's");
    }
    if (!now.isBefore(state.expires())) {
      throw refused("expired");
    }
    return state;
  }

  /** Has a state that was opened count as used, unless it does already. */
  void spend(String sealed, RequestState state, Instant now) throws InvalidStateException {
    if (spent.isPresent() && !spent.get().spend(StateCipher.nonce(sealed), state, now)) {
      throw refused("used before, or too many others were used");
    }
  }

  /** Has a state that was spent count as unused again. */
  void giveBack(String sealed) {
    spent.ifPresent(states -> states.giveBack(StateCipher.nonce(sealed)));
  }

  private RequestState read(String sealed) throws InvalidStateException {
    if (sealed.length() > MAX_LENGTH) {
      throw refused("too long");
    }
    byte[] plain =
        cipher.open(sealed).orElseThrow(() -> refused("tampered with, or of a key unknown here"));
    try (var reader =
        Json.createReader(new StringReader(new String(plain, StandardCharsets.UTF_8)))) {
      return RequestState.of(reader.readObject());
    }
  }

  private InvalidStateException refused(String reason) {
    log.log(Level.INFO, "requestState refused: it is " + reason);
    return new InvalidStateException();
  }
}
