package dev.gatehouse.it.hostile;

import static dev.gatehouse.it.hostile.Wire.bearer;
import static dev.gatehouse.it.hostile.Wire.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Request lines and headers; a character for each byte. */
final class HostileHeads {
  private static final String LONG = "x".repeat(100_000);

  private static final List<String> PATHS =
      List.of(
          "/mcp%00",
          "/mcp\u0000",
          "/\u00ff",
          "/%ff%fe",
          "/%c0%ae%c0%ae/",
          "/%",
          "/%zz",
          "/mcp?%",
          "/mcp?%zz=%\u00ff",
          "/mcp?a=" + LONG,
          "/" + LONG,
          "/" + "a/".repeat(50_000),
          "/" + "../".repeat(1000),
          "/mcp/../WEB-INF/web.xml",
          "/WEB-INF/web.xml",
          "/%57EB-INF/web.xml",
          "/WEB-INF/classes/META-INF/microprofile-config.properties",
          "/META-INF/MANIFEST.MF",
          "//mcp",
          "/mcp/",
          "/mcp;a=b;c",
          "/mcp\\..\\",
          "http://evil.example/mcp",
          "http://[::/mcp",
          "/.well-known/oauth-protected-resource/" + "%2f".repeat(2000),
          "/.well-known/oauth-protected-resource/%00",
          "/docs/${jndi:ldap://127.0.0.1:1/x}");

  static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "Access-Control-Request-Headers",
          "Access-Control-Request-Method",
          "Content-Encoding",
          "Content-Language",
          "Content-Type",
          "Cookie",
          "Date",
          "Expect",
          "Forwarded",
          "From",
          "Host",
          "HTTP2-Settings",
          "If-Match",
          "If-Modified-Since",
          "Last-Event-ID",
          "MCP-Protocol-Version",
          "Mcp-Method",
          "Mcp-Name",
          "Mcp-Param-Text",
          "Mcp-Session-Id",
          "Origin",
          "Range",
          "Referer",
          "TE",
          "traceparent",
          "Trailer",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Proto",
          "X-HTTP-Method-Override");

  private static final List<String> VALUES =
      List.of(
          "",
          ",",
          ";;=;",
          "\"",
          "\u00e9\u00ff\u0080",
          "a\u0000b",
          "a\u0001\u007fb",
          "x".repeat(4000),
          "a,".repeat(2000),
          "*/*;q=nan",
          "a/b;c=\"\\",
          "-1",
          "9".repeat(100),
          "../../x",
          "%s%n${jndi:ldap://127.0.0.1:1/x}",
          "=?base64?!!!?=",
          "=?base64?/////w==?=");

  private HostileHeads() {}

  /** Whole requests without a body. */
  static List<String> lines(String token) {
    String rest = " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + bearer(token) + "\r\n";
    List<String> lines = new ArrayList<>();
    PATHS.forEach(path -> lines.add("GET " + path + rest));
    for (String method : List.of("TRACE", "CONNECT", "get", "G\u0000T", "\u00ff", LONG, "")) {
      lines.add(method + " /mcp" + rest);
    }
    for (String version :
        List.of("", " ", " HTTP/1.1 x", " HTTP/11", " HTTP/-1", " http/1.1", " x")) {
      lines.add("GET /mcp" + version + rest.substring(" HTTP/1.1".length()));
    }
    lines.add("GET /mcp HTTP/1.1\r\n\r\n");
    lines.add("GET /mcp HTTP/1.1\nHost: 127.0.0.1\nConnection: close\n\n");
    lines.add("GET /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\n : x\r\nNo colon\r\n folded\r\n\r\n");
    lines.add("\r\n".repeat(1000) + "GET /mcp" + rest);
    lines.add(
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
            + "\u0000".repeat(500));
    lines.add("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\u00ff".repeat(100));
    lines.add("\u0000".repeat(1000));
    return lines;
  }

  /** Requests whose target is no path: they reach no application, and Undertow answers 500. */
  static List<String> withoutPath() {
    return List.of(
        "GET * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "GET mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "GET  HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  }

  /** Headers to add to a request that is right without them. */
  static List<String> headers(String name) {
    return VALUES.stream().map(value -> header(name, value)).toList();
  }

  /** Headers in numbers and lengths that nobody needs. */
  static List<String> many(String token) {
    List<String> many = new ArrayList<>();
    for (int count : List.of(200, 2000, 20_000)) {
      StringBuilder headers = new StringBuilder();
      for (int i = 0; i < count; i++) {
        headers.append(header("X-" + i, ""));
      }
      many.add(headers.toString());
      many.add(bearer(token).repeat(count));
      many.add(header("Mcp-Param-Text", "x").repeat(count));
    }
    for (int size : List.of(8 << 10, 64 << 10, 1 << 20)) {
      many.add(bearer("a".repeat(size)));
      many.add(bearer("a.b." + "\u00ff".repeat(size)));
      many.add(bearer(token + "a".repeat(size)));
      many.add(header("x".repeat(size), "x"));
      many.add(header("Cookie", "a=b; ".repeat(size / 5)));
    }
    return many;
  }

  /** Without what the header replaces. */
  static String head(String start, String name) {
    StringBuilder head = new StringBuilder();
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    start
        .lines()
        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .forEach(line -> head.append(line).append("\r\n"));
    return head.toString();
  }
}
