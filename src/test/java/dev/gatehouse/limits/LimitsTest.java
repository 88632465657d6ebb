package dev.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Quotas;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final AtomicLong time = new AtomicLong();
  private final Map<String, Declaration> tools = tools();
  private final Declaration create = tools.get("create");
  private final Declaration delete = tools.get("delete");

  @ApplicationScoped
  static class Tools {
    @Tool(description = "Creates")
    void create() {}

    @Tool(description = "Deletes")
    void delete() {}
  }

  static Map<String, Declaration> tools() {
    ToolExtension extension = new ToolExtension();
    Weld weld = new Weld().disableDiscovery().addBeanClasses(Tools.class).addExtensions(extension);
    WeldContainer container = weld.initialize();
    try {
      return extension.declarations().stream()
          .collect(Collectors.toMap(Declaration::name, Function.identity()));
    } finally {
      container.close();
    }
  }

  private Limits limits(int calls, int callsPerCaller, int refusals) {
    Limits limits = new Limits();
    limits.prepare(new Quotas(calls, callsPerCaller, refusals, false), Nodes.none(), time::get);
    return limits;
  }

  @Test
  void a_caller_has_a_quota_for_each_tool() {
    Limits limits = limits(0, 1, 0);
    assertThat(limits.call("ann", create)).isZero();
    assertThat(limits.call("ann", create)).isPositive();
    assertThat(limits.call("ann", delete)).isZero();
    assertThat(limits.call("bob", create)).isZero();
  }

  @Test
  void all_callers_have_one_together() {
    Limits limits = limits(2, 0, 0);
    assertThat(limits.call("ann", create)).isZero();
    assertThat(limits.call("bob", delete)).isZero();
    assertThat(limits.call("cyd", create)).isPositive();
  }

  @Test
  void what_a_caller_has_too_many_of_takes_nothing_from_the_others() {
    Limits limits = limits(2, 1, 0);
    for (int i = 0; i < 100; i++) {
      limits.call("ann", create);
    }
    assertThat(limits.call("bob", create)).isZero();
  }

  @Test
  void refusals_are_counted_by_address() {
    Limits limits = limits(0, 0, 1);
    assertThat(limits.refusal("203.0.113.7")).isZero();
    assertThat(limits.refusal("203.0.113.7")).isPositive();
    assertThat(limits.refusal("203.0.113.8")).isZero();
    assertThat(limits.refusal("unknown")).isZero();
  }

  @Test
  void a_network_of_ipv6_is_one_address() {
    Limits limits = limits(0, 0, 1);
    assertThat(limits.refusal("2001:db8:1:2::1")).isZero();
    assertThat(limits.refusal("2001:db8:1:2:ffff::2")).isPositive();
    assertThat(limits.refusal("2001:db8:1:3::1")).isZero();
  }
}
