package dev.gatehouse.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What requests looked like when they arrived here: the latest of each kind only. */
@ApplicationScoped
public class ObservedRequests {
  /** The header by which the doctor knows its own request again. */
  public static final String PROBE = "Gatehouse-Probe";

  /**
   * How a request arrived.
   *
   * @param host the {@code Host} with its port, as sent
   * @param encrypted whether TLS ended in this server
   * @param forwarded whether a proxy says for whom it forwards
   */
  public record Arrival(String host, boolean encrypted, boolean forwarded) {}

  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private volatile String expected = "";
  private volatile long lookedAt = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
  private volatile Optional<Arrival> probe = Optional.empty();
  private volatile Optional<Arrival> call = Optional.empty();
  private volatile Set<String> audiences = Set.of();

  void expect(String probeId) {
    expected = probeId;
    probe = Optional.empty();
  }

  /** A request that claims to be the doctor's own; whether it is. */
  public boolean probed(String probeId, Arrival arrival) {
    boolean own = !expected.isEmpty() && expected.equals(probeId);
    if (own) {
      probe = Optional.of(arrival);
    }
    return own;
  }

  /** Whether another request should be shown: at most one each second, since it takes time. */
  public boolean isCurious() {
    long now = System.nanoTime();
    if (now - lookedAt < TimeUnit.SECONDS.toNanos(1)) {
      return false;
    }
    lookedAt = now;
    return true;
  }

  /** A request with a valid token, and the {@code aud} of that. */
  public void called(Arrival arrival, Set<String> tokenAudiences) {
    call = Optional.of(arrival);
    audiences = tokenAudiences;
  }

  /** A request whose {@code Host} or {@code Origin} is not welcome. */
  public void refused(String header, String value) {
    refused.put(header, value);
  }

  /** How requests for the public URL arrive, as far as anybody has sent some. */
  Optional<Arrival> arrival() {
    return probe.or(() -> call);
  }

  Set<String> audiences() {
    return audiences;
  }

  Optional<String> refused(String header) {
    return Optional.ofNullable(refused.get(header));
  }
}
