package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeploymentForEachTest {
  @RegisterExtension final Gatehouse gatehouse = Gatehouse.with(Counting.class);

  /** Remembers its calls. */
  @ApplicationScoped
  public static class Counting {
    private int calls;

    @NoScopeRequired
    @Tool(description = "Counts")
    int count() {
      return ++calls;
    }
  }

  @RepeatedTest(2)
  void an_instance_field_deploys_anew() {
    assertThat(gatehouse.as("ann").call("count").text()).isEqualTo("1");
  }
}
