package dev.gatehouse.mcp.modern;

import dev.gatehouse.engine.schema.HeaderParameter;
import dev.gatehouse.mcp.call.HeaderValue;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * Checks that each {@code Mcp-Param-*} header mirrors the argument it belongs to.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">MCP
 *     x-mcp-header</a>
 */
final class ParameterHeaders {
  private ParameterHeaders() {}

  static void check(List<HeaderParameter> parameters, JsonObject arguments, McpHeaders headers) {
    for (HeaderParameter parameter : parameters) {
      JsonValue value = arguments.getOrDefault(parameter.property(), JsonValue.NULL);
      if (value != JsonValue.NULL) {
        check(parameter, value, headers);
      }
    }
  }

  private static void check(HeaderParameter parameter, JsonValue value, McpHeaders headers) {
    String name = "Mcp-Param-" + parameter.header();
    String header =
        headers
            .parameter(parameter.header())
            .orElseThrow(() -> mismatch("The header " + name + " is missing"));
    String text =
        HeaderValue.decode(header)
            .orElseThrow(() -> mismatch("The header " + name + " is malformed"));
    if (!mirrors(text, value)) {
      throw mismatch(name + " differs from the argument " + parameter.property());
    }
  }

  private static boolean mirrors(String text, JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString().equals(text);
    }
    return value instanceof JsonNumber number
        ? sameNumber(text, number)
        : value.toString().equals(text);
  }

  private static boolean sameNumber(String text, JsonNumber number) {
    try {
      return new BigDecimal(text).compareTo(number.bigDecimalValue()) == 0;
    } catch (NumberFormatException | ArithmeticException e) {
      return false;
    }
  }

  private static McpException mismatch(String message) {
    return McpException.badRequest(McpException.HEADER_MISMATCH, message);
  }
}
