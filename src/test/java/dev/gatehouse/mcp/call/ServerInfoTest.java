package dev.gatehouse.mcp.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerInfoTest {
  private static ServerInfo info(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.put("scalekit.environment.url", "https://acme.scalekit.com");
    all.put("scalekit.resource.id", "res_1");
    all.put("mcp.url", "https://mcp.acme.com/mcp");
    return ServerInfo.of(
        Settings.load(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "test", 200))
                .build()));
  }

  @Test
  void the_server_has_an_icon_where_one_is_set() {
    assertThat(info(Map.of()).implementation()).doesNotContainKey("icons");
    assertThat(
            info(Map.of("mcp.server.icon", "https://acme.com/i.png"))
                .implementation()
                .getJsonArray("icons"))
        .hasToString("[{\"src\":\"https://acme.com/i.png\"}]");
  }
}
