package dev.gatehouse.jsonrpc;

import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bytes to a message. */
@State(Scope.Thread)
public class CodecBench {
  private final JsonRpcCodec codec = new JsonRpcCodec();
  private final byte[] call =
      """
      {"jsonrpc":"2.0","id":100042,"method":"tools/call","params":{"name":"get_todo",\
      "arguments":{"todo_id":"3f1c2f5e-7a0b-4d55-9c1e-0b7f6a2d9e10"},"_meta":{\
      "io.modelcontextprotocol/protocolVersion":"2026-07-28",\
      "io.modelcontextprotocol/clientInfo":{"name":"bench","version":"1"},\
      "io.modelcontextprotocol/clientCapabilities":{}}}}"""
          .getBytes(StandardCharsets.UTF_8);

  @Benchmark
  public Object call() throws JsonRpcException {
    return codec.parse(call);
  }
}
