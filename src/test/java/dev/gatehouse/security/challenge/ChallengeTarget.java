package dev.gatehouse.security.challenge;

import static dev.gatehouse.run.fuzz.FuzzTarget.require;

import dev.gatehouse.run.fuzz.FuzzTarget;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A description, scopes and a URL, one to a line: one field line of valid parameters, always. */
public final class ChallengeTarget implements FuzzTarget {
  private static final URI METADATA = URI.create("https://a.example/.well-known/x");

  /** RFC 9110, 11.2 and 5.6.4, without escapes, which we never write. */
  private static final Pattern PARAMETER =
      Pattern.compile("([a-z_]+)=\"([\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]*)\"(, |$)");

  @Override
  public void check(byte[] input) {
    String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 3);
    String description = lines[0];
    List<String> scopes = lines.length > 1 ? List.of(lines[1].split(",", -1)) : List.of();
    URI metadata = lines.length > 2 ? uri(lines[2]) : METADATA;
    for (BearerChallenge.Kind kind : BearerChallenge.Kind.values()) {
      try {
        check(new BearerChallenge(kind, description, scopes, metadata), description.length());
      } catch (IllegalArgumentException e) {
        require(!scopes.stream().allMatch(ChallengeTarget::isScope), "refused good scopes");
      }
    }
  }

  private static void check(BearerChallenge challenge, int described) {
    String header = challenge.headerValue();
    require(header.startsWith("Bearer "), "another scheme");
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(header).region(7, header.length());
    while (matcher.lookingAt()) {
      require(parameters.put(matcher.group(1), matcher.group(2)) == null, "said twice");
      matcher.region(matcher.end(), header.length());
    }
    require(matcher.regionStart() == header.length(), "not a list of parameters");
    require(
        parameters.getOrDefault("scope", "").equals(String.join(" ", challenge.scopes())),
        "other scopes");
    require(parameters.getOrDefault("error", "").equals(challenge.error()), "another error");
    require(parameters.getOrDefault("error_description", "").length() <= described, "longer");
    require(parameters.containsKey("resource_metadata"), "no way to the login");
  }

  /** RFC 6749, 3.3. */
  private static boolean isScope(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c == 0x21 || c >= 0x23 && c <= 0x7E && c != 0x5C);
  }

  private static URI uri(String text) {
    try {
      URI uri = URI.create(text);
      return uri.isAbsolute() ? uri : METADATA;
    } catch (IllegalArgumentException e) {
      return METADATA;
    }
  }

  @Override
  public List<String> seeds() {
    return List.of(
        "The access token expired\ntodo:read,todo:write\nhttps://mcp.acme.com/.well-known/x",
        "\n\nhttps://\u00e4.example/a?b=c#d",
        "Required scope: a\na\nurn:x:y");
  }

  @Override
  public List<String> words() {
    return List.of(
        "\n",
        "\r\n",
        "\"",
        "\\",
        "\", error=\"",
        ", ",
        ",",
        "%22",
        "\u00e4",
        "\u2028",
        "\u0000",
        "\u007f",
        "[::1]",
        "https://",
        "'",
        "\ud83d\ude00");
  }
}
