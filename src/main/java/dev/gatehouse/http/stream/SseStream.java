package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.stream.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Server-sent events on the body of a response, each flushed.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public final class SseStream implements KeepAliveStream {
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();
  private final List<Runnable> onClosed = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean closed;

  public SseStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void send(Event event) {
    StringBuilder text = new StringBuilder();
    event.id().ifPresent(id -> text.append("id: ").append(id).append('\n'));
    event.retry().ifPresent(time -> text.append("retry: ").append(time.toMillis()).append('\n'));
    text.append("data: ").append(event.data()).append("\n\n");
    writing.lock();
    try {
      write(text.toString().getBytes(StandardCharsets.UTF_8));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void comment() {
    if (writing.tryLock()) {
      try {
        write(COMMENT);
      } finally {
        writing.unlock();
      }
    }
  }

  private void write(byte[] bytes) {
    synchronized (onClosed) {
      if (closed) {
        return;
      }
    }
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException | RuntimeException e) {
      // Servers differ in what they throw; all of it means that the client has left.
      close();
    }
  }

  @Override
  public void onClosed(Runnable action) {
    synchronized (onClosed) {
      if (!closed) {
        onClosed.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public void close() {
    List<Runnable> actions;
    synchronized (onClosed) {
      if (closed) {
        return;
      }
      closed = true;
      actions = List.copyOf(onClosed);
    }
    over.countDown();
    actions.forEach(Runnable::run);
  }

  /** Waits for either side to close; false when it took longer. */
  boolean awaitClosed(Duration atMost) {
    try {
      return over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      return true;
    }
  }

  /** Closes, and waits for whoever writes: the server uses the body for something else then. */
  public void end() {
    close();
    writing.lock();
    writing.unlock();
  }
}
