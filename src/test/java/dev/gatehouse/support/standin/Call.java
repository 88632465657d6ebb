package dev.gatehouse.support.standin;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP request whose body has been read. */
record Call(Parameters query, Headers headers, byte[] body) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  Parameters form() throws OAuthFailure {
    checkContentType("application/x-www-form-urlencoded");
    var form = Parameters.parse(text());
    form.checkNoneRepeated();
    return form;
  }

  Map<String, Object> json() throws OAuthFailure {
    checkContentType("application/json");
    try {
      return JSONObjectUtils.parse(text());
    } catch (ParseException e) {
      throw OAuthFailure.invalidRequest("The body is not a JSON object.");
    }
  }

  private String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private void checkContentType(String expected) throws OAuthFailure {
    String type = header("Content-Type").orElse("").split(";", 2)[0].trim();
    if (!type.toLowerCase(Locale.ROOT).equals(expected)) {
      throw OAuthFailure.invalidRequest("The content type must be " + expected + ".");
    }
  }
}
