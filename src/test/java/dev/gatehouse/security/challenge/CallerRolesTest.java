package dev.gatehouse.security.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.Settings;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.token.BearerToken;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerRolesTest {
  private static CallerRoles roles(Map<String, String> settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "scalekit.environment.url", "https://acme.scalekit.com",
                "scalekit.resource.id", "res_1",
                "mcp.url", "https://mcp.acme.com/mcp"));
    all.putAll(settings);
    CallerRoles roles = new CallerRoles();
    roles.follow(
        Settings.load(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 200))
                .build()));
    return roles;
  }

  private static VerifiedCaller caller(String claims, String... scopes) throws Exception {
    String payload = "{\"iss\":\"i\",\"sub\":\"user-42\"%s}".formatted(claims.replace('\'', '"'));
    return VerifiedCaller.of(BearerToken.parse("a.b.c", payload), "i", Set.of(scopes));
  }

  @Test
  void the_claims_of_the_token_are_the_roles() throws Exception {
    assertThat(
            roles(Map.of())
                .of(caller(",'groups':['clerk'],'roles':['admin'],'scope':'a'", "a", "b")))
        .containsExactlyInAnyOrder("clerk", "admin");
  }

  @Test
  void scopes_that_others_imply_are_scopes_too() throws Exception {
    assertThat(
            roles(Map.of("mcp.roles.from", "scopes", "mcp.roles.clerk", "b"))
                .of(caller(",'groups':['chief'],'scope':'a'", "a", "b")))
        .containsExactlyInAnyOrder("a", "b", "clerk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'groups':7,'roles':{'clerk':true}", ",'groups':[['clerk']]"})
  void without_usable_claims_there_are_no_roles(String claims) throws Exception {
    assertThat(roles(Map.of()).of(caller(claims, "clerk"))).isEmpty();
  }
}
