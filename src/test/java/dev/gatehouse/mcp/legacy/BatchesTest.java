package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.mcp.McpConversation;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final CountDownLatch STARTED = new CountDownLatch(1);
  private static final CountDownLatch RELEASED = new CountDownLatch(1);

  /** One tool that waits, and one that nobody may call. */
  @ApplicationScoped
  public static class Waiting {
    @Tool(description = "Waits")
    String await(Cancellation cancellation) {
      STARTED.countDown();
      try {
        RELEASED.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "cancelled: " + cancellation.isRequested();
    }

    @Tool(description = "Only for few")
    String secret() {
      return "the secret";
    }
  }

  private static String call(int id, String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\"}}"
        .formatted(id, tool);
  }

  @Test
  void a_cancel_beside_a_denied_tool_has_no_effect() throws Exception {
    try (McpConversation mcp = new McpConversation(Waiting.class)) {
      Map<String, String> session = Map.of("Mcp-Session-Id", mcp.session("2025-03-26"));
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return mcp.send(call(1, "await"), session).body().orElseThrow().toString();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      STARTED.await();
      String cancel =
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}";
      assertThatExceptionOfType(McpConversation.Denied.class)
          .isThrownBy(() -> mcp.send("[" + cancel + "," + call(2, "secret") + "]", session));
      RELEASED.countDown();

      assertThat(answer.get()).contains("cancelled: false");
    }
  }
}
