package dev.gatehouse.run.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/** A connection of Apache HttpCore that is kept alive for as long as the server does. */
final class Connection implements AutoCloseable {
  private static final DefaultBHttpClientConnectionFactory CONNECTIONS =
      DefaultBHttpClientConnectionFactory.builder().build();
  private static final int PATIENCE_MILLIS = 30_000;

  private final URI url;
  private Optional<HttpClientConnection> open = Optional.empty();

  Connection(URI url) {
    this.url = url;
  }

  Answer send(ClassicHttpRequest request) throws IOException {
    try {
      return exchange(request);
    } catch (IOException | HttpException e) {
      close();
      throw e instanceof IOException lost ? lost : new IOException(e);
    }
  }

  private Answer exchange(ClassicHttpRequest request) throws IOException, HttpException {
    HttpClientConnection wire = wire();
    wire.sendRequestHeader(request);
    wire.sendRequestEntity(request);
    wire.flush();
    try (ClassicHttpResponse response = wire.receiveResponseHeader()) {
      wire.receiveResponseEntity(response);
      byte[] body =
          response.getEntity() == null
              ? new byte[0]
              : EntityUtils.toByteArray(response.getEntity());
      if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
          request, response, HttpCoreContext.create())) {
        close();
      }
      Optional<String> session =
          Optional.ofNullable(response.getFirstHeader("Mcp-Session-Id")).map(Header::getValue);
      return new Answer(response.getCode(), session, body);
    }
  }

  private HttpClientConnection wire() throws IOException {
    if (open.isEmpty()) {
      Socket socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      open = Optional.of(CONNECTIONS.createConnection(socket));
    }
    return open.get();
  }

  @Override
  public void close() {
    open.ifPresent(wire -> wire.close(CloseMode.IMMEDIATE));
    open = Optional.empty();
  }
}
