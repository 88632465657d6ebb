package dev.gatehouse.telemetry;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The names of what is measured.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/mcp/">Semantic conventions for
 *     the Model Context Protocol</a>
 */
final class Names {
  static final String SCOPE = "dev.gatehouse";
  static final String DURATION = "mcp.server.operation.duration";
  static final String REFUSALS = "gatehouse.refusals";

  static final AttributeKey<String> METHOD = AttributeKey.stringKey("mcp.method.name");
  static final AttributeKey<String> VERSION = AttributeKey.stringKey("mcp.protocol.version");
  static final AttributeKey<String> RESOURCE = AttributeKey.stringKey("mcp.resource.uri");
  static final AttributeKey<String> ID = AttributeKey.stringKey("jsonrpc.request.id");
  static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");
  static final AttributeKey<String> PROMPT = AttributeKey.stringKey("gen_ai.prompt.name");
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> STATUS = AttributeKey.stringKey("rpc.response.status_code");
  static final AttributeKey<String> TRANSPORT = AttributeKey.stringKey("network.transport");
  static final AttributeKey<String> PROTOCOL = AttributeKey.stringKey("network.protocol.name");

  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("gatehouse.refusal.outcome");
  static final AttributeKey<String> REASON = AttributeKey.stringKey("gatehouse.refusal.reason");

  private Names() {}
}
