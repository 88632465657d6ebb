package dev.gatehouse.security.jwks;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer to the only request of an HTTP/1.1 connection (RFC 9112), bounded in size.
 *
 * @param fields by name in lower case; the last one of a name counts
 * @param in stands at the start of the content
 */
record HttpAnswer(int status, Map<String, String> fields, InputStream in) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final Pattern CHUNK = Pattern.compile("(\\p{XDigit}{1,7})[ \\t]*(;.*)?");
  private static final int MOST_LINE = 8 * 1024;
  private static final int MOST_FIELDS = 100;

  HttpAnswer {
    fields = Map.copyOf(fields);
  }

  /** Reads up to the end of the header; interim answers such as 103 are skipped. */
  static HttpAnswer read(InputStream in) throws IOException {
    HttpAnswer answer = readHead(in);
    while (answer.status < 200) {
      answer = readHead(in);
    }
    return answer;
  }

  private static HttpAnswer readHead(InputStream in) throws IOException {
    Matcher first = STATUS.matcher(line(in));
    if (!first.matches()) {
      throw new IOException("The answer is not HTTP/1.1");
    }
    Map<String, String> fields = new HashMap<>();
    int left = MOST_FIELDS;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] field = line.split(":", 2);
      if (field.length < 2 || --left < 0) {
        throw new IOException("The answer has a header that can't be read");
      }
      fields.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
    }
    return new HttpAnswer(Integer.parseInt(first.group(1)), fields, in);
  }

  /** The whole content, to be read once; more bytes are an IOException. */
  String text(int mostBytes) throws IOException {
    String encoding = fields.get("transfer-encoding");
    String length = fields.get("content-length");
    byte[] content;
    if (encoding != null) {
      content = chunks(encoding, mostBytes);
    } else if (length != null) {
      content = exactly(number(length), mostBytes);
    } else {
      content = in.readNBytes(mostBytes + 1);
      refuseOver(mostBytes, content.length);
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  /** What follows the last chunk is not read: the connection ends here. */
  private byte[] chunks(String encoding, int mostBytes) throws IOException {
    if (!encoding.equalsIgnoreCase("chunked")) {
      throw new IOException("The answer has an unknown transfer encoding");
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      content.write(exactly(size, mostBytes - content.size()));
      if (!line(in).isEmpty()) {
        throw new IOException("The answer has a chunk of a wrong length");
      }
    }
    return content.toByteArray();
  }

  private int chunkSize() throws IOException {
    Matcher size = CHUNK.matcher(line(in));
    if (!size.matches()) {
      throw new IOException("The answer has a chunk without a length");
    }
    return Integer.parseInt(size.group(1), 16);
  }

  private static int number(String length) throws IOException {
    if (!length.matches("\\d{1,9}")) {
      throw new IOException("The answer has a length that is not a number");
    }
    return Integer.parseInt(length);
  }

  private byte[] exactly(int size, int mostBytes) throws IOException {
    refuseOver(mostBytes, size);
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("The answer ends too early");
    }
    return bytes;
  }

  private static void refuseOver(int mostBytes, int size) throws IOException {
    if (size > mostBytes) {
      throw new IOException("The answer is too large");
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The answer ends too early");
      }
      if (line.length() == MOST_LINE) {
        throw new IOException("The answer has a line that is too long");
      }
      line.append((char) next);
    }
    int end = line.length() - 1;
    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
  }
}
