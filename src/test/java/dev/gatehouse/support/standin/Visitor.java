package dev.gatehouse.support.standin;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client program and its user's browser, as the tests of the stand-in need them. */
record Visitor(ScalekitStandIn scalekit) {
  static final String CLIENT = "pub";
  static final String REDIRECT_URI = "http://127.0.0.1/callback";
  static final CodeVerifier VERIFIER = new CodeVerifier();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern REQUEST_ID = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

  String issuer() {
    return scalekit.environmentUrl() + "/resources/" + scalekit.resourceId();
  }

  /** A request that is granted; the arguments are names and values that replace parameters. */
  HttpResponse<String> authorize(String... changes) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    parameters.put("client_id", CLIENT);
    parameters.put("redirect_uri", REDIRECT_URI);
    parameters.put("state", "the state");
    parameters.put("code_challenge_method", "S256");
    parameters.put(
        "code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, VERIFIER).getValue());
    return get(issuer() + "/oauth/authorize?" + encoded(changed(parameters, changes)));
  }

  String code(String... changes) {
    return location(authorize(changes)).first("code");
  }

  HttpResponse<String> redeem(String code, String... changes) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", CLIENT);
    form.put("code", code);
    form.put("code_verifier", VERIFIER.getValue());
    return token(changed(form, changes));
  }

  HttpResponse<String> refresh(String token, String... changes) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", CLIENT);
    form.put("refresh_token", token);
    return token(changed(form, changes));
  }

  HttpResponse<String> token(Map<String, String> form) {
    return post(issuer() + "/oauth/token", form);
  }

  HttpResponse<String> decide(
      HttpResponse<String> page, String decision, String name, String password) {
    return post(
        issuer() + "/oauth/consent",
        Map.of(
            "request",
            requestId(page),
            "decision",
            decision,
            "username",
            name,
            "password",
            password));
  }

  HttpResponse<String> register(String json) {
    return send(
        request(
                scalekit.environmentUrl()
                    + "/api/v1/resources/"
                    + scalekit.resourceId()
                    + "/clients:register")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  static HttpResponse<String> get(String url) {
    return send(request(url));
  }

  static HttpResponse<String> post(String url, Map<String, String> form) {
    return send(
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static String requestId(HttpResponse<String> page) {
    var matcher = REQUEST_ID.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError(page.body());
    }
    return matcher.group(1);
  }

  static Parameters location(HttpResponse<String> response) {
    String location =
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError(response.body()));
    return Parameters.parse(URI.create(location).getRawQuery());
  }

  static Map<String, Object> json(HttpResponse<String> response) {
    try {
      return JSONObjectUtils.parse(response.body());
    } catch (ParseException e) {
      throw new AssertionError(response.body(), e);
    }
  }

  static String string(HttpResponse<String> response, String field) {
    return String.valueOf(json(response).get(field));
  }

  private static Map<String, String> changed(Map<String, String> parameters, String... changes) {
    for (int i = 0; i < changes.length; i += 2) {
      parameters.put(changes[i], changes[i + 1]);
    }
    return parameters;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
