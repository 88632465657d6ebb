package dev.gatehouse.run.load;

import dev.gatehouse.support.standin.KeyRing;
import dev.gatehouse.support.standin.KeysFault;
import dev.gatehouse.support.standin.ScalekitStandIn;
import dev.gatehouse.support.standin.TokenMint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The authorization server, its failures, and what they excuse. */
final class Issuer implements AutoCloseable {
  static final String[] SCOPES = {"todo:read", "todo:write", "fixture:use"};

  /** Longer than any run, so that nobody has to log in again for that. */
  private static final Duration LIFE = Duration.ofHours(8);

  /** Nodes read keys at most every ten seconds; so much later they have to know. */
  private static final long NOTICE = TimeUnit.SECONDS.toNanos(15);

  /** A node that began to answer so long before a failure may not have read the keys yet. */
  private static final long STARTING = TimeUnit.SECONDS.toNanos(5);

  private final String resourceUrl;
  private final int port;
  private volatile ScalekitStandIn standIn;
  private volatile int key;
  private volatile boolean stopped;
  private volatile boolean troubled;
  private volatile long troubledAt = System.nanoTime() - NOTICE;
  private volatile long healed = troubledAt;
  private volatile long youngUntil = troubledAt;

  Issuer(int port, String resourceUrl) {
    this.port = port;
    this.resourceUrl = resourceUrl;
    standIn = start(new KeyRing());
  }

  private ScalekitStandIn start(KeyRing keys) {
    return ScalekitStandIn.builder()
        .port(port)
        .resourceUrl(resourceUrl)
        .scopes(List.of(SCOPES))
        .keys(keys)
        .start();
  }

  String environmentUrl() {
    return standIn.environmentUrl();
  }

  String resourceId() {
    return standIn.resourceId();
  }

  /** The number of the key that signs now. */
  int key() {
    return key;
  }

  /** Whether nodes may not know the newest key yet. */
  boolean isKeyYoung() {
    return isKeyYoung(System.nanoTime());
  }

  private boolean isKeyYoung(long sent) {
    return sent - youngUntil < 0 || troubled && youngUntil - troubledAt > 0;
  }

  synchronized Token token(String subject, UnaryOperator<TokenMint> change) {
    TokenMint mint =
        standIn.mint().subject(subject).scopes(SCOPES).expiresAt(Instant.now().plus(LIFE));
    return new Token(change.apply(mint).sign(), key);
  }

  /** Signs with a new key; tokens of the older ones stay good. */
  synchronized void rotate() {
    standIn.keys().rotateKeepingOld();
    key++;
    youngUntil = System.nanoTime() + NOTICE;
  }

  synchronized void fail(KeysFault fault) {
    trouble();
    standIn.keys().fail(fault);
  }

  /** Nothing listens any more. */
  synchronized void stop() {
    trouble();
    stopped = true;
    standIn.close();
  }

  private void trouble() {
    troubledAt = System.nanoTime();
    troubled = true;
  }

  /** It works again, with the keys that it had. */
  synchronized void heal() {
    KeyRing keys = standIn.keys();
    keys.fail(KeysFault.NONE);
    if (stopped) {
      standIn = start(keys);
      stopped = false;
    }
    healed = System.nanoTime();
    if (youngUntil - troubledAt > 0) {
      youngUntil = healed + NOTICE;
    }
    troubled = false;
  }

  /** Whether the issuer is a reason for a node to refuse a token at a moment since it was sent. */
  boolean excuses(int status, Token token, long sent, Node node) {
    boolean newNode = node.started() - troubledAt > -STARTING;
    boolean unread = token.key() == key && isKeyYoung(sent);
    return switch (status) {
      case 401 -> unread;
      case 503 ->
          (troubled || sent - healed < NOTICE) && (unread || newNode || token.key() == Token.GHOST);
      default -> false;
    };
  }

  @Override
  public void close() {
    standIn.close();
  }
}
