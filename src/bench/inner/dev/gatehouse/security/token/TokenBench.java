package dev.gatehouse.security.token;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.jwks.KeyServer;
import dev.gatehouse.support.time.MutableClock;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A token that is known, and one that is not. */
@State(Scope.Thread)
public class TokenBench {
  // More than are kept.
  private static final int MANY = 1_500;

  private KeyServer issuer;
  private TokenVerifier verifier;
  private TokenVerifier ofOne;
  private String one;
  private String[] many;
  private int next;

  @Setup(Level.Trial)
  public void publish() throws Exception {
    issuer = new KeyServer();
    issuer.publish(Mint.KEY);
    verifier = verifier();
    ofOne = verifier();
    Mint mint = new Mint(issuer.url());
    one = mint.token();
    many =
        IntStream.range(0, MANY)
            .mapToObj(number -> mint.claim("jti", "tkn_" + number).token())
            .toArray(String[]::new);
  }

  private TokenVerifier verifier() {
    return new TokenVerifier(
        TokenTableTest.settings(issuer, Map.of()), new MutableClock(), new BoundedHttpClient());
  }

  @TearDown(Level.Trial)
  public void close() {
    issuer.close();
  }

  @Benchmark
  public Object known() throws Exception {
    return ofOne.verify(one);
  }

  @Benchmark
  public Object unknown() throws Exception {
    next = (next + 1) % MANY;
    return verifier.verify(many[next]);
  }
}
