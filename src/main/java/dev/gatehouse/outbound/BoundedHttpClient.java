package dev.gatehouse.outbound;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * HTTP/1.1 requests that are over within their limit, whatever the other side sends or holds back,
 * and whose answers are bounded in size. Redirects are answers; no connection outlives its request.
 */
public final class BoundedHttpClient implements AutoCloseable {
  private static final int MOST_BYTES = 512 * 1024;
  static final int MOST_AT_ONCE = 8;
  private static final ContentType JSON = ContentType.create("application/json");

  private final CloseableHttpClient http;
  // Not the server's: those may all be waiting for an answer from here.
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          MOST_AT_ONCE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          BoundedHttpClient::thread);

  /** With the trust store and the proxies of the JVM, or of the server in its place. */
  public BoundedHttpClient() {
    this(HttpsURLConnection::getDefaultSSLSocketFactory, null);
  }

  BoundedHttpClient(Supplier<SSLSocketFactory> tls, ProxySelector proxies) {
    http = Connections.client(tls, proxies);
  }

  /** A SocketTimeoutException if there is no whole answer within the limit. */
  public Response get(URI url, Map<String, String> headers, Duration limit) throws IOException {
    return send(new HttpGet(url), headers, limit);
  }

  /** Posts an empty JSON object; a SocketTimeoutException as above. */
  public Response post(URI url, Map<String, String> headers, Duration limit) throws IOException {
    HttpPost request = new HttpPost(url);
    request.setEntity(new StringEntity("{}", JSON));
    return send(request, headers, limit);
  }

  // The caller waits for a thread and not for a socket: no limit of a socket bounds how long a name
  // is looked up, and all of them count anew from byte to byte.
  private Response send(HttpUriRequestBase request, Map<String, String> headers, Duration limit)
      throws IOException {
    request.setHeader("Accept", "application/json");
    request.setHeader("Connection", "close");
    headers.forEach(request::setHeader);
    Future<Response> response = start(request);
    try {
      return response.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new SocketTimeoutException("The answer takes too long");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The answer is not waited for any more");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException failure
          ? failure
          : new IOException("The request failed", failed.getCause());
    } finally {
      request.abort();
    }
  }

  private Future<Response> start(HttpUriRequestBase request) throws IOException {
    try {
      return threads.submit(() -> exchange(request));
    } catch (RejectedExecutionException full) {
      throw new IOException("Too many requests wait for their answers", full);
    }
  }

  private Response exchange(HttpUriRequestBase request) throws IOException {
    HttpClientContext context = HttpClientContext.create();
    try {
      return http.execute(request, context, answer -> read(request, context, answer));
    } catch (ClientProtocolException | MalformedChunkCodingException withTheirText) {
      throw new IOException("The answer is not HTTP/1.1");
    }
  }

  private static Response read(
      HttpUriRequestBase request, HttpClientContext context, ClassicHttpResponse answer)
      throws IOException {
    if (request.getScheme().equalsIgnoreCase("https") && context.getSSLSession() == null) {
      throw new IOException("HTTP status " + answer.getCode() + " from the proxy");
    }
    Map<String, String> headers = new HashMap<>();
    for (Header header : answer.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return new Response(answer.getCode(), headers, text(answer.getEntity()));
  }

  private static String text(HttpEntity content) throws IOException {
    if (content == null) {
      return "";
    }
    byte[] bytes = content.getContent().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("The answer is larger than " + MOST_BYTES + " bytes");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Thread thread(Runnable exchange) {
    Thread thread = new Thread(exchange, "gatehouse-outbound");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
