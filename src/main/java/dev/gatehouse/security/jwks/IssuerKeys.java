package dev.gatehouse.security.jwks;

import dev.gatehouse.outbound.BoundedHttpClient;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The issuer's keys, read when first needed, again every ten minutes, and at once for an unknown
 * key id, but at most every ten seconds. An answer without usable keys never replaces good keys;
 * but keys that no good answer confirmed for 24 hours are dropped, for they may be withdrawn.
 */
public final class IssuerKeys {
  private static final Logger LOG = System.getLogger(IssuerKeys.class.getName());

  static final Duration OLD = Duration.ofMinutes(10);

  /** How long known keys count after the last good answer. */
  public static final Duration TOO_OLD = Duration.ofHours(24);

  static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration DOWNLOAD_LIMIT = Duration.ofSeconds(3);
  private static final int MOST_WAITING = 32;

  private final JwksDownload download;
  private final Set<String> algorithms;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile State state = new State(KeySet.EMPTY, Instant.MIN, Instant.MIN);

  /** The keys, when they were last confirmed, and when that was last tried. */
  private record State(KeySet keys, Instant read, Instant tried) {
    boolean lastTryFailed() {
      return !read.equals(tried);
    }
  }

  public IssuerKeys(BoundedHttpClient http, URI url, Set<String> algorithms, Clock clock) {
    this(new JwksDownload(http, url, DOWNLOAD_LIMIT), algorithms, clock);
  }

  public IssuerKeys(JwksDownload download, Set<String> algorithms, Clock clock) {
    this.download = download;
    this.algorithms = Set.copyOf(algorithms);
    this.clock = clock;
  }

  /**
   * The keys to use now, the same object for as long as the issuer's keys stay the same. If they
   * are old, one caller reads them again while the others go on.
   */
  public KeySet current() {
    State seen = state;
    if (!within(OLD, seen.read) && !seen.keys.entries().isEmpty() && reading.tryLock()) {
      readAndUnlock();
    }
    return state.keys;
  }

  /** What is known now; if that is nothing, the keys are read, at most every ten seconds. */
  public KeyStatus known() {
    KeySet keys = current();
    if (keys.entries().isEmpty()) {
      try {
        newerThan(keys);
      } catch (KeysUnavailableException down) {
        // The state says so.
      }
    }
    return seen();
  }

  /** What is known now; reads nothing. */
  public KeyStatus seen() {
    State now = state;
    Optional<Instant> confirmed = Optional.of(now.read).filter(read -> read.isAfter(Instant.MIN));
    return new KeyStatus(now.keys.entries().size(), confirmed, now.lastTryFailed());
  }

  /** The keys, read again if they hold none for this key id; they may still hold none then. */
  public KeySet having(Optional<String> keyId, String algorithm) throws KeysUnavailableException {
    KeySet keys = current();
    return keys.matching(keyId, algorithm).isEmpty() ? newerThan(keys) : keys;
  }

  private KeySet newerThan(KeySet seen) throws KeysUnavailableException {
    State now = state;
    if (now.keys == seen && !within(PAUSE, now.tried)) {
      awaitTurn();
      now = state.keys == seen ? readAndUnlock() : unlock();
    }
    if (now.keys == seen && now.lastTryFailed()) {
      throw new KeysUnavailableException(untilNextTry(now));
    }
    return now.keys;
  }

  /** Few may wait for a slow issuer, so that forged key ids can't occupy all request threads. */
  private void awaitTurn() throws KeysUnavailableException {
    try {
      if (reading.getQueueLength() < MOST_WAITING
          && reading.tryLock(download.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    throw new KeysUnavailableException(Duration.ofSeconds(1));
  }

  private State readAndUnlock() {
    try {
      if (!within(PAUSE, state.tried)) {
        state = readAgain(state, clock.instant());
      }
      return state;
    } finally {
      reading.unlock();
    }
  }

  private State unlock() {
    State now = state;
    reading.unlock();
    return now;
  }

  private State readAgain(State before, Instant now) {
    try {
      KeySet read = download.read(algorithms);
      return new State(read.hasSameKeysAs(before.keys) ? before.keys : read, now, now);
    } catch (IOException | RuntimeException unreadable) { // whatever it is, it ends this try
      LOG.log(Level.WARNING, "Can't read the keys of the authorization server: " + unreadable);
      return new State(stillTrusted(before, now), before.read, now);
    }
  }

  private static KeySet stillTrusted(State before, Instant now) {
    if (!before.read.isBefore(now.minus(TOO_OLD)) || before.keys.entries().isEmpty()) {
      return before.keys;
    }
    LOG.log(Level.ERROR, "The keys of the authorization server are too old; no token is accepted");
    return KeySet.EMPTY;
  }

  /** A moment in the future is not within, lest a clock set back stop all reading. */
  private boolean within(Duration span, Instant moment) {
    Instant now = clock.instant();
    return !moment.isAfter(now) && Duration.between(moment, now).compareTo(span) < 0;
  }

  private Duration untilNextTry(State now) {
    long left = PAUSE.minus(Duration.between(now.tried, clock.instant())).toSeconds();
    return Duration.ofSeconds(Math.max(1, Math.min(left, PAUSE.toSeconds())));
  }
}
