package dev.gatehouse.mcp.legacy.directory;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A node that is alone: its sessions end with it. */
final class OneNode implements SessionDirectory {
  private static final int ID_BYTES = 24;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String node() {
    return "";
  }

  @Override
  public String register(SessionTraits traits) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  @Override
  public Optional<Known> find(String id, String owner) {
    return Optional.empty();
  }

  @Override
  public String key(String id) {
    return id;
  }

  @Override
  public void end(String id) {}

  @Override
  public Optional<SessionPreferences> preferences(String id) {
    return Optional.empty();
  }

  @Override
  public void save(String id, SessionPreferences preferences) {}

  @Override
  public void pass(String id, JsonObject message) {}

  @Override
  public void passSoon(String key, JsonObject message) {}

  @Override
  public boolean isGone(String node) {
    return true;
  }

  @Override
  public void listen(Listener listener) {}

  @Override
  public void sweep(Instant now) {}
}
