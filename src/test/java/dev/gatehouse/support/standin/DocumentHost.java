package dev.gatehouse.support.standin;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Serves one client id metadata document over https on 127.0.0.1, with a key made for it alone. */
public final class DocumentHost implements AutoCloseable {
  private final SSLContext tls;
  private final HttpsServer web;
  private volatile String document = "";
  private volatile int status = 200;

  /** Starts to serve; the key is kept in the directory. */
  public DocumentHost(Path directory) throws IOException, GeneralSecurityException {
    tls = selfSigned(directory);
    web = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    web.setHttpsConfigurator(new HttpsConfigurator(tls));
    web.createContext(
        "/",
        exchange -> {
          byte[] body = document.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", address() + "?moved");
          int answer = exchange.getRequestURI().getQuery() == null ? status : 200;
          exchange.sendResponseHeaders(answer, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    web.start();
  }

  /** Trusts this host. */
  public SSLContext tls() {
    return tls;
  }

  /** The document's address, and so the client's id. */
  public String address() {
    return "https://127.0.0.1:" + web.getAddress().getPort() + "/client.json";
  }

  /** What is answered from now on. */
  public void serve(int answer, String body) {
    status = answer;
    document = body;
  }

  @Override
  public void close() {
    web.stop(0);
  }

  private static SSLContext selfSigned(Path directory)
      throws IOException, GeneralSecurityException {
    Path file = directory.resolve("web.p12");
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "web",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storepass",
                "secret",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.onExit().join().exitValue() != 0) {
      throw new IOException(said);
    }
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, "secret".toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, "secret".toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
