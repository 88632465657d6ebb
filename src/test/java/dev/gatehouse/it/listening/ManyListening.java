package dev.gatehouse.it.listening;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.Listening;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Thousands of clients that listen, on one thread: each needs one open file, and as many more on
 * the server's side, so "ulimit -n" must allow some more than their number to both processes.
 */
final class ManyListening implements AutoCloseable {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(8192);

  ManyListening() throws IOException {}

  /** What one client has read so far, without the comments. */
  private static final class Client {
    private final StringBuilder text = new StringBuilder();
    private SocketChannel channel;

    boolean has(String part) {
      return text.indexOf(part) >= 0;
    }
  }

  void open(String token, int count) throws IOException {
    URI url = Gatehouse.url("/mcp");
    for (int i = 0; i < count; i++) {
      Client client = new Client();
      client.channel = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
      client.channel.write(ByteBuffer.wrap(Listening.wire(token)));
      client.channel.configureBlocking(false);
      client.channel.register(selector, SelectionKey.OP_READ, client);
      clients.add(client);
    }
  }

  /** How many clients have read this part of a message, once all have, or after a long time. */
  long awaitAll(String part) throws IOException {
    return await(client -> client.has(part));
  }

  private long await(Predicate<Client> condition) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS) {
      if (clients.stream().allMatch(condition)) {
        break;
      }
      selector.select(200);
      for (SelectionKey key : selector.selectedKeys()) {
        read(key, (Client) key.attachment());
      }
      selector.selectedKeys().clear();
    }
    return clients.stream().filter(condition).count();
  }

  private void read(SelectionKey key, Client client) throws IOException {
    buffer.clear();
    if (client.channel.read(buffer) < 0) {
      key.cancel();
      return;
    }
    String text = StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
    // Only comments come in a piece without a brace; their sum would be large.
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0 || text.contains("HTTP/")) {
      client.text.append(text);
    }
  }

  String firstText() {
    return clients.get(0).text.toString();
  }

  @Override
  public void close() throws IOException {
    for (Client client : clients) {
      client.channel.close();
    }
    selector.close();
  }
}
