package dev.gatehouse.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Clients with another trust store or other proxies than those of the JVM. */
public final class Clients {
  private Clients() {}

  /** Asks for the proxy of each URL. */
  public static BoundedHttpClient through(Function<URI, Proxy> proxies) throws Exception {
    return new BoundedHttpClient(SSLContext.getDefault()::getSocketFactory, selector(proxies));
  }

  static BoundedHttpClient trusting(SSLContext tls) {
    return new BoundedHttpClient(tls::getSocketFactory, null);
  }

  static BoundedHttpClient trusting(SSLContext tls, int proxyPort) {
    Proxy proxy =
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxyPort));
    return new BoundedHttpClient(tls::getSocketFactory, selector(url -> proxy));
  }

  private static ProxySelector selector(Function<URI, Proxy> proxies) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI url) {
        return List.of(proxies.apply(url));
      }

      @Override
      public void connectFailed(URI url, SocketAddress proxy, IOException failure) {
        // There is no other.
      }
    };
  }
}
