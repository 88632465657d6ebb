package dev.gatehouse.security.jwks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The way to one URL: for https under TLS, and through a proxy where there is one. */
record IssuerRoute(URI url, SSLSocketFactory tls, Optional<ProxySelector> proxies) {

  /** With the trust store and the proxies of the JVM, or of the server in its place. */
  static IssuerRoute to(URI url) {
    return new IssuerRoute(
        url,
        HttpsURLConnection.getDefaultSSLSocketFactory(),
        Optional.ofNullable(ProxySelector.getDefault()));
  }

  /** A connection to the host, on which nothing was said yet. */
  DeadlineSocket connect(Duration limit) throws IOException {
    Proxy proxy = isTls() ? proxy() : Proxy.NO_PROXY;
    boolean tunnel = proxy.type() == Proxy.Type.HTTP;
    DeadlineSocket socket = new DeadlineSocket(tunnel ? Proxy.NO_PROXY : proxy, limit);
    try {
      if (tunnel) {
        openTunnel(socket, (InetSocketAddress) proxy.address());
      } else {
        socket.connect(new InetSocketAddress(host(), port()));
      }
      return socket;
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  /** The socket to talk to: over TLS if the URL asks for it, with a certificate for its host. */
  Socket secured(Socket plain) throws IOException {
    if (!isTls()) {
      return plain;
    }
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, host(), port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** The whole request (RFC 9112 §3); a URI has no blank and no line end in it. */
  byte[] request() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return lines(
        "GET " + path + query + " HTTP/1.1",
        "Host: " + url.getRawAuthority(),
        "Accept: application/json",
        "User-Agent: gatehouse",
        "Connection: close");
  }

  private boolean isTls() {
    return url.getScheme().equalsIgnoreCase("https");
  }

  private String host() {
    return url.getHost().replaceAll("[\\[\\]]", "");
  }

  private int port() {
    return url.getPort() >= 0 ? url.getPort() : isTls() ? 443 : 80;
  }

  private Proxy proxy() {
    return proxies
        .flatMap(selector -> selector.select(url).stream().findFirst())
        .orElse(Proxy.NO_PROXY);
  }

  /** RFC 9110 §9.3.6. */
  private void openTunnel(DeadlineSocket socket, InetSocketAddress proxy) throws IOException {
    socket.connect(new InetSocketAddress(proxy.getHostString(), proxy.getPort()));
    String target = url.getHost() + ":" + port();
    socket.getOutputStream().write(lines("CONNECT " + target + " HTTP/1.1", "Host: " + target));
    int status = HttpAnswer.read(socket.getInputStream()).status();
    if (status >= 300) {
      throw new IOException("HTTP status " + status + " from the proxy");
    }
  }

  private static byte[] lines(String... lines) {
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
