package dev.gatehouse.limits;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.AddressBlock;
import dev.gatehouse.config.Quotas;
import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.bean.Declaration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/** What is left of each quota on this node, or, as far as it has heard, on all. */
@ApplicationScoped
public class Limits {
  private static final Object ALL = "all";

  private RateLimit calls;
  private RateLimit callsPerCaller;
  private RateLimit refusals;
  private BiFunction<String, Declaration, Object> keys = Use::new;
  private Optional<SharedQuotas> shared = Optional.empty();

  private record Use(String caller, Declaration what) {}

  @Inject
  void prepare(Settings settings, Nodes nodes) {
    prepare(settings.quotas(), nodes, System::nanoTime);
  }

  void prepare(Quotas quotas, Nodes nodes, LongSupplier nanoTime) {
    refusals = new RateLimit(quotas.refusalsPerAddress(), nanoTime);
    if (quotas.shared() && nodes.database().isPresent()) {
      calls = RateLimit.shared(quotas.calls(), nanoTime);
      callsPerCaller = RateLimit.shared(quotas.callsPerCaller(), nanoTime);
      keys = SharedQuotas::key;
      shared = Optional.of(new SharedQuotas(nodes, calls, callsPerCaller));
    } else {
      calls = new RateLimit(quotas.calls(), nanoTime);
      callsPerCaller = new RateLimit(quotas.callsPerCaller(), nanoTime);
    }
  }

  /**
   * Takes one call from this caller's quota and from that of all; zero, or how long to wait. What a
   * caller has too many of takes nothing from the others.
   *
   * @param caller organization, user and client
   */
  public Duration call(String caller, Declaration what) {
    Duration wait = callsPerCaller.take(keys.apply(caller, what));
    return wait.isZero() ? calls.take(ALL) : wait;
  }

  /** Takes one refusal from the quota of this IP address; zero, or how long to wait. */
  public Duration refusal(String address) {
    return refusals.take(network(address));
  }

  // Whoever has one IPv6 address has the 2^64 of its network.
  private static Object network(String address) {
    Optional<InetAddress> parsed =
        address.indexOf(':') < 0 ? Optional.empty() : AddressBlock.address(address);
    return parsed
        .map(InetAddress::getAddress)
        .filter(bytes -> bytes.length == 16)
        .<Object>map(bytes -> ByteBuffer.wrap(bytes).getLong())
        .orElse(address);
  }

  /** Tells other nodes what was taken here, where quotas are theirs too; for every second. */
  public void tell() {
    shared.ifPresent(SharedQuotas::tell);
  }

  /** Forgets who used nothing for a while; for every now and then. */
  public void sweep() {
    calls.sweep();
    callsPerCaller.sweep();
    refusals.sweep();
  }
}
