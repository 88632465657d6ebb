package dev.gatehouse.run.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.run.bench.Acceptance.Finding;
import dev.gatehouse.run.bench.Usage.Used;
import dev.gatehouse.run.maven.Titles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of the benchmark's page. */
class ResultsTest {
  private static final Case GET = new Case(Kind.GET, Era.EARLIER);

  private final Results results = new Results();
  private int round;

  private static Driven driven(long right, long wrong) {
    long[] latencies = LongStream.rangeClosed(1, right).map(n -> n * 1_000_000).toArray();
    return new Driven(right, wrong, 0, right * 500, 2_000_000_000, latencies);
  }

  private void measured(String subject, Case what, double cpu, double jit, long wrong) {
    Used used = new Used(cpu + jit, jit, 10L * 1024 * 100);
    results.add(
        new Life(subject, ++round, round, 100 * round, 30, 0.01),
        List.of(new Measurement(subject, what, round, driven(100, wrong), used, 12)));
  }

  private Figure cpu(String subject) {
    return results.of(subject, GET, Measurement::cpuMillis);
  }

  @Test
  void cpu_is_of_each_right_answer_and_without_the_jit() {
    measured("a", GET, 50, 20, 0);
    assertThat(cpu("a").lowest()).isEqualTo(0.5);
  }

  @Test
  void a_figure_tells_the_lowest_and_the_median_of_all_rounds() {
    measured("a", GET, 90, 0, 0);
    measured("a", GET, 30, 0, 0);
    measured("a", GET, 40, 0, 0);
    assertThat(cpu("a").text(2)).isEqualTo("0.30 (0.40)");
    measured("a", GET, 60, 0, 0);
    assertThat(cpu("a").text(2)).isEqualTo("0.30 (0.50)");
    assertThat(cpu("a").textFromHighest(2)).isEqualTo("0.90 (0.50)");
  }

  @Test
  void a_ratio_is_of_lowest_to_lowest_and_of_median_to_median() {
    assertThat(new Figure(3, 1, 2).over(new Figure(2, 2, 8))).isEqualTo("0.50 (1.00)");
    assertThat(new Figure(1).over(new Figure())).isEqualTo("–");
  }

  @Test
  void a_case_with_a_wrong_answer_is_left_out() {
    measured("a", GET, 10, 0, 1);
    assertThat(cpu("a").isThere()).isFalse();
    assertThat(cpu("a").text(2)).isEqualTo("–");
  }

  @Test
  void percentiles_are_of_all_answers_whatever_their_order() {
    Driven driven =
        new Driven(4, 0, 0, 0, 1, new long[] {4_000_000, 1_000_000, 3_000_000, 2_000_000});
    assertThat(driven.millis(0.5)).isEqualTo(2);
    assertThat(driven.millis(0.99)).isEqualTo(4);
    assertThat(driven(100, 0).millis(0.99)).isEqualTo(99);
    assertThat(driven(100, 0).perSecond()).isEqualTo(50);
    assertThat(driven(100, 0).bytesPerAnswer()).isEqualTo(500);
  }

  @Test
  void what_was_used_counts_new_threads_and_the_share_of_the_jit() {
    Usage before = new Usage(1000, 100, Map.of(1L, 500L, 2L, 40L));
    Usage after = new Usage(1200, 150, Map.of(1L, 700L, 3L, 9L));
    Used used = after.since(before);
    assertThat(used.allocatedBytes()).isEqualTo(209);
    assertThat(used.netMillis()).isEqualTo(150);
    assertThat(used.jitShare()).isEqualTo(0.25, within(1e-9));
  }

  private List<Finding> findings() {
    return Acceptance.of(results, Row.of(Subject.all()));
  }

  private Finding finding(String condition) {
    return findings().stream()
        .filter(finding -> finding.condition().startsWith(condition))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_ratio_within_its_limit_holds_and_one_above_does_not() {
    measured("liberty-jaxrs", GET, 20, 0, 0);
    measured("liberty", GET, 22, 0, 0);
    measured("wildfly-jaxrs", GET, 20, 0, 0);
    measured("wildfly", GET, 23, 0, 0);
    assertThat(finding("liberty, 2025-11-25: get_todo at most 1.1 ×").verdict()).isEqualTo("yes");
    assertThat(finding("wildfly, 2025-11-25: get_todo at most 1.1 ×").verdict())
        .isEqualTo("**no**");
    assertThat(finding("wildfly, 2025-11-25: get_todo at most 1.1 ×").found()).isEqualTo("1.15");
  }

  @Test
  void the_library_in_another_application_costs_what_the_war_costs() {
    measured("payara", GET, 20, 0, 0);
    measured("payara-company", GET, 23, 0, 0);
    Finding company =
        finding("payara-company, 2025-11-25: get_todo at most 1.1 × payara, 2025-11-25");
    assertThat(company.found()).isEqualTo("1.15");
    assertThat(company.holds()).isEqualTo(Optional.of(false));
  }

  @Test
  void a_database_costs_a_tool_without_data_nothing() {
    measured("payara-1000-tools", new Case(Kind.ECHO, Era.MODERN), 20, 0, 0);
    measured("payara-1000-tools-database", new Case(Kind.ECHO, Era.MODERN), 23, 0, 0);
    Finding database =
        finding("payara-1000-tools-database, 2026-07-28: a tool without data at most 1.1 ×");
    assertThat(database.found()).isEqualTo("1.15");
    assertThat(database.holds()).isEqualTo(Optional.of(false));
  }

  @Test
  void nothing_is_said_of_what_was_not_warm() {
    measured("liberty-jaxrs", GET, 20, 0, 0);
    measured("liberty", GET, 23, 2, 0);
    Finding cold = finding("liberty, 2025-11-25: get_todo at most 1.1 ×");
    assertThat(cold.found()).isEqualTo("1.15");
    assertThat(cold.verdict()).isEqualTo("not warm");
    measured("liberty", GET, 25, 0, 0);
    assertThat(finding("liberty, 2025-11-25: get_todo at most 1.1 ×").verdict())
        .isEqualTo("**no**");
  }

  @Test
  void what_was_not_measured_is_not_said_to_hold() {
    assertThat(findings()).isNotEmpty().allMatch(finding -> finding.holds().isEmpty());
  }

  @Test
  void a_bad_signature_may_cost_what_it_costs_without_gatehouse() {
    measured("liberty", new Case(Kind.NO_TOKEN, Era.MODERN), 10, 0, 0);
    measured("liberty", new Case(Kind.BAD_SIGNATURE, Era.MODERN), 17, 0, 0);
    measured("liberty-jaxrs", new Case(Kind.NO_TOKEN, Era.EARLIER), 10, 0, 0);
    measured("liberty-jaxrs", new Case(Kind.BAD_SIGNATURE, Era.EARLIER), 16, 0, 0);
    Finding signature = finding("liberty: a bad signature costs at most 0.060 ms");
    assertThat(signature.found()).isEqualTo("0.070");
    assertThat(signature.holds()).isEqualTo(Optional.of(false));
  }

  @Test
  void what_others_have_may_cost_a_tenth_at_most() {
    measured("liberty", GET, 20, 0, 0);
    measured("liberty", new Case(Kind.GROWN, Era.EARLIER), 24, 0, 0);
    Finding growth = finding("liberty, 2025-11-25: get_todo at most 1.1 × as much beside");
    assertThat(growth.found()).isEqualTo("1.20");
    assertThat(growth.holds()).isEqualTo(Optional.of(false));
  }

  @Test
  void others_come_last_and_to_gatehouse_only() {
    assertThat(Case.of(Peer.QUARKUS))
        .extracting(Case::kind)
        .doesNotContain(Kind.GROWN, Kind.UNAUDITED);
    List<Case> ours = Case.of(InServer.gatehouse("liberty", "liberty"));
    assertThat(ours.subList(ours.size() - 2, ours.size()))
        .extracting(Case::kind)
        .containsOnly(Kind.GROWN);
    assertThat(ours).doesNotHaveDuplicates();
  }

  @Test
  void the_best_of_ours_is_what_is_beside_a_peer() {
    measured("java-sdk", GET, 30, 0, 0);
    measured("wildfly", GET, 60, 0, 0);
    measured("liberty", new Case(Kind.GET, Era.MODERN), 15, 0, 0);
    assertThat(finding("The best of ours: get_todo ahead of java-sdk").found()).isEqualTo("0.50");
  }

  @Test
  void versions_come_from_the_poms() throws Exception {
    assertThat(Titles.element("<a>A ${b}</a><b>1 ${c}</b><c>x</c>", "a")).isEqualTo("A 1 x");
    assertThat(Titles.ofServer("wildfly")).matches("WildFly [0-9.]+Final");
    assertThat(Titles.ofServer("payara-micro")).matches("Payara Micro 6[0-9.]+");
    assertThat(Titles.ofProject(Path.of("src/bench/quarkus/pom.xml")))
        .matches(".* on Quarkus [0-9.]+");
  }
}
