package dev.gatehouse.security.token;

import static dev.gatehouse.run.fuzz.FuzzTarget.require;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.run.fuzz.FuzzTarget;
import dev.gatehouse.security.challenge.AuthorizationHeader;
import dev.gatehouse.security.jwks.KeyServer;
import dev.gatehouse.support.time.MutableClock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.Claims;

/**
 * What strangers send as a token; the first letter says how: as (h)eader fields, as (e)dits of a
 * good token, as a (j)ose header and claims, or as (c)laims whose signature was good.
 */
public final class TokenTarget implements FuzzTarget {
  private final KeyServer server = new KeyServer();
  private final MutableClock clock = new MutableClock();
  private final TokenVerifier verifier;
  private final ClaimCheck claims;
  private final String good;
  private final int requests;

  /** Starts an issuer that publishes one key. */
  public TokenTarget() throws Exception {
    var settings = TokenTableTest.settings(server, Map.of());
    verifier = new TokenVerifier(settings, clock, new BoundedHttpClient());
    claims = new ClaimCheck(settings, clock);
    server.publish(Mint.KEY);
    good = new Mint(server.url()).token();
    require(verifier.verify(good).subject().equals("usr_42"), "the good token is refused");
    requests = server.requests();
  }

  @Override
  public void check(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    String text = filledIn(new String(rest, StandardCharsets.UTF_8));
    switch (input[0]) {
      case 'h' -> header(filledIn(new String(rest, StandardCharsets.ISO_8859_1)));
      case 'e' -> verify(edited(rest));
      case 'j' -> verify(unsigned(text));
      default -> claims(text);
    }
  }

  // Key and port are new each time, but the inputs of one seed are the same.
  private String filledIn(String text) {
    return text.replace("$issuer", server.url()).replace("$token", good);
  }

  private void header(String fields) throws Exception {
    AuthorizationHeader header = AuthorizationHeader.parse(List.of(fields.split("\n")));
    if (header instanceof AuthorizationHeader.Bearer bearer) {
      require(
          bearer.token().chars().noneMatch(c -> c == ',' || Character.isWhitespace(c)),
          "a token with a blank or a comma");
      require(bearer.toString().equals("Bearer[...]"), "tells the token");
      verify(bearer.token());
    }
  }

  private void verify(String token) throws Exception {
    try {
      read(verifier.verify(token));
      require(token.equals(good), "another spelling of the good token");
    } catch (InvalidTokenException e) {
      require(e.getMessage().equals(e.description()), "not one of the sentences");
    }
    require(server.requests() == requests, "asked the issuer, whose keys were just read");
  }

  /** Each three bytes put one character at one place. */
  private String edited(byte[] edits) {
    StringBuilder token = new StringBuilder(good);
    for (int i = 0; i + 2 < edits.length; i += 3) {
      int place = ((edits[i] & 0xFF) << 8 | edits[i + 1] & 0xFF) % (token.length() + 1);
      char c = (char) (edits[i + 2] & 0x7F);
      if (edits[i + 2] < 0) {
        token.insert(place, c);
      } else if (place < token.length()) {
        token.setCharAt(place, c);
      }
    }
    return token.toString();
  }

  private String unsigned(String parts) {
    String[] lines = parts.split("\n", 2);
    String signature = good.substring(good.lastIndexOf('.'));
    return Mint.part(lines[0]) + "." + Mint.part(lines.length > 1 ? lines[1] : "{}") + signature;
  }

  private void claims(String payload) throws Exception {
    try {
      BearerToken token = BearerToken.parse("x.y.z", payload);
      read(token);
      claims.check(token);
    } catch (InvalidTokenException e) {
      require(e.getMessage().equals(e.description()), "not one of the sentences");
    }
  }

  private static void read(BearerToken token) {
    require(!token.subject().isBlank() && !token.issuer().isBlank(), "nobody's token");
    require(token.scopes().stream().noneMatch(String::isBlank), "a blank scope");
    require(token.getName() != null && token.getGroups() != null, "no name");
    require(token.getAudience() != null, "no audience");
    require(token.organization() != null && token.clientId() != null, "null");
    for (String name : token.getClaimNames()) {
      Object claim = token.getClaim(name);
      require(claim != null, "a claim without a value");
    }
    for (Claims standard : Claims.values()) {
      Object claim = token.getClaim(standard.name());
      require(claim == null || !claim.toString().isEmpty() || claim instanceof String, "empty");
    }
    token.isMachine();
  }

  @Override
  public List<String> seeds() {
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"usr_42\",\"aud\":[\"%s\"],\"client_id\":\"m2m_7\","
                .formatted("$issuer", Mint.RESOURCE_ID)
            + "\"oid\":\"org_9\",\"iat\":1772366400,\"nbf\":1772366400,\"exp\":1772370000,"
            + "\"scope\":\"openid todo:read\",\"scopes\":[\"openid\"],\"groups\":[\"a\"],"
            + "\"email_verified\":true,\"auth_time\":1772366400,\"jti\":\"tkn_1\"}";
    String jose = "{\"alg\":\"RS256\",\"kid\":\"snk_1\",\"typ\":\"JWT\"}";
    return List.of(
        "hBearer $token",
        "hBasic dXNlcjpwYXNz, Bearer a.b.c",
        "hBearer a\nBearer b",
        "e\u0000\u0001A",
        "e\u0000\u0010.",
        "j" + jose + "\n" + claims,
        "j{\"alg\":\"none\",\"crit\":[\"b64\"],\"b64\":false,\"jku\":\"https://evil\"}\n{}",
        "c" + claims);
  }

  @Override
  public List<String> words() {
    return FuzzTarget.json(
        "Bearer ",
        "bearer",
        "Basic ",
        ".",
        "..",
        "=",
        "-",
        "_",
        "\"alg\":",
        "\"kid\":",
        "\"typ\":",
        "\"crit\":",
        "\"b64\":false",
        "\"jwk\":{}",
        "\"x5c\":[]",
        "\"zip\":\"DEF\"",
        "HS256",
        "none",
        "RS512",
        "PS256",
        "\"exp\":",
        "\"iat\":",
        "\"aud\":",
        "\"scope\":",
        "\"scopes\":[",
        "\"sub\":");
  }
}
