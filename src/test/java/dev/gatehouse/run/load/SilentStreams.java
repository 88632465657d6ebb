package dev.gatehouse.run.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Thousands of clients that listen at one node, on one thread, and are told nothing. When their
 * node dies they come back at another one.
 */
final class SilentStreams {
  private static final int EACH = 50;
  private static final int AT_ONCE = 50;
  private static final Kind KIND = Kind.free("a silent stream");

  private final Scene scene;
  private final int wanted;
  private final List<Token> tokens = new ArrayList<>();
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192);
  private final Thread thread = new Thread(this::run, "silent streams");
  private Node node;
  private volatile boolean done;
  private volatile int most;
  private int acknowledged;
  private volatile int listened;
  private int opened;

  /** What one client has read before it knew that it listens. */
  private static final class Client {
    private final long opened = System.nanoTime();
    private final StringBuilder text = new StringBuilder();
    private boolean listens;
  }

  private SilentStreams(Scene scene, int wanted, Node node) throws IOException {
    this.scene = scene;
    this.wanted = wanted;
    this.node = node;
    this.selector = Selector.open();
    for (int i = 0; i * EACH < wanted; i++) {
      tokens.add(scene.issuer().token("usr_silent_" + i, UnaryOperator.identity()));
    }
  }

  /** Opens so many, and keeps them open until its end. */
  static SilentStreams open(Scene scene, int wanted, Node node) throws IOException {
    SilentStreams streams = new SilentStreams(scene, wanted, node);
    streams.thread.start();
    return streams;
  }

  /** How many came back after the death of their node. */
  int back() {
    return Math.max(0, listened - wanted);
  }

  /** How many listened at the same time. */
  int most() {
    return most;
  }

  private void run() {
    try {
      while (!done) {
        more();
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          read(key, (Client) key.attachment());
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | RuntimeException broken) {
      scene.tally().wrong(KIND.name(), "the client itself: " + broken);
    }
  }

  // In small parts, each when the one before listens: all at once would ask for a server's queue.
  private void more() {
    int open = selector.keys().size();
    if (open >= wanted || open - acknowledged >= AT_ONCE) {
      return;
    }
    if (!node.isUp()) {
      node = scene.cluster().nodes.stream().filter(Node::isUp).findFirst().orElse(node);
    }
    Client client = new Client();
    try {
      for (int i = 0; i < AT_ONCE && selector.keys().size() < wanted; i++) {
        client = new Client();
        connect(client);
      }
    } catch (IOException refused) {
      scene.lost(KIND, client.opened, refused);
    }
  }

  private void connect(Client client) throws IOException {
    Token token = tokens.get(opened++ / EACH % tokens.size());
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress("127.0.0.1", node.member.url().getPort()));
    byte[] request = Message.listen().wire(node.member.url(), token.text());
    channel.write(ByteBuffer.wrap(request));
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, client);
  }

  private void read(SelectionKey key, Client client) throws IOException {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new IOException("it has ended after " + client.text);
      }
      hear(client);
    } catch (IOException ended) {
      acknowledged -= client.listens ? 1 : 0;
      key.cancel();
      key.channel().close();
      // The streams that were there may have been opened long before their node died.
      scene.lost(KIND, System.nanoTime(), ended);
    }
  }

  private void hear(Client client) throws IOException {
    if (client.listens) {
      return;
    }
    client.text.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
    if (client.text.indexOf("acknowledged") >= 0) {
      client.listens = true;
      acknowledged++;
      listened++;
      most = Math.max(most, acknowledged);
      scene.tally().count(KIND.name(), "200");
    } else if (client.text.indexOf("\r\n\r\n") > 0 && client.text.indexOf("HTTP/1.1 200") != 0) {
      throw new IOException("it was refused: " + client.text);
    }
  }

  /** Ends them all. */
  void end() throws IOException, InterruptedException {
    done = true;
    thread.join();
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
