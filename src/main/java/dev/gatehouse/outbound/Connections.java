package dev.gatehouse.outbound;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.Socket;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.SystemDefaultCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/** How to reach a server: for https under TLS, through a proxy where there is one, and once. */
final class Connections {
  private static final int MOST_LINE = 8 * 1024;
  private static final int MOST_FIELDS = 100;
  private static final Timeout CONNECT_LIMIT = Timeout.ofSeconds(10);

  private Connections() {}

  /** A client that does what a request says and no more: nothing is repeated, kept or followed. */
  static CloseableHttpClient client(Supplier<SSLSocketFactory> tls, ProxySelector proxies) {
    return HttpClients.custom()
        .setConnectionManager(manager(tls))
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setRoutePlanner(new Routes(proxies))
        .setDefaultCredentialsProvider(new SystemDefaultCredentialsProvider())
        .setTargetAuthenticationStrategy((type, challenges, context) -> List.of())
        .setUserAgent("gatehouse")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .build();
  }

  private static HttpClientConnectionManager manager(Supplier<SSLSocketFactory> tls) {
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(MOST_LINE).setMaxHeaderCount(MOST_FIELDS).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
        .setMaxConnPerRoute(BoundedHttpClient.MOST_AT_ONCE)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(CONNECT_LIMIT).build())
        .setTlsSocketStrategy(
            (plain, host, port, attachment, context) -> secured(tls.get(), plain, host, port))
        .build();
  }

  /** With a certificate for this very host. */
  private static SSLSocket secured(SSLSocketFactory tls, Socket plain, String host, int port)
      throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Plain http is for this machine only, where no proxy leads. */
  private static final class Routes extends SystemDefaultRoutePlanner {
    Routes(ProxySelector proxies) {
      super(proxies);
    }

    @Override
    protected HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
      return target.getSchemeName().equals("https") ? super.determineProxy(target, context) : null;
    }
  }
}
