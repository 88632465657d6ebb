package dev.gatehouse.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicPathsTest {
  @Test
  void an_application_that_has_all_paths_needs_nothing_beside_them() {
    PublicPaths all = new PublicPaths("");
    assertThat(all.endpoint()).isEqualTo("/mcp");
    assertThat(all.endpointBelow()).isEqualTo("mcp");
    assertThat(all.landingBelow()).isEmpty();
    assertThat(all.served()).containsExactly("/*");
    assertThat(all.besides()).isEmpty();
  }

  @Test
  void a_guest_has_its_prefix_and_the_metadata_beside_it_and_at_the_root() {
    PublicPaths guest = new PublicPaths("/ai/mcp");
    assertThat(guest.endpoint()).isEqualTo("/ai/mcp");
    assertThat(guest.endpointBelow()).isEmpty();
    assertThat(guest.landingBelow()).isEqualTo("landing");
    assertThat(guest.served()).containsExactly("/ai/mcp", "/ai/mcp/*");
    assertThat(guest.besides())
        .containsExactly(
            "/.well-known/oauth-protected-resource",
            "/.well-known/oauth-protected-resource/*",
            "/ai/.well-known/oauth-protected-resource",
            "/ai/.well-known/oauth-protected-resource/*");
  }

  @Test
  void at_the_usual_prefix_beside_it_is_the_root() {
    assertThat(new PublicPaths("/mcp").besides())
        .containsExactly(
            "/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/*");
  }
}
