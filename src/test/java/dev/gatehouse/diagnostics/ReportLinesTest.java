package dev.gatehouse.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.diagnostics.ReportLines.Line;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportLinesTest {
  private static final String AGAIN = "The doctor looks for the public URL again in a moment";

  private final ReportLines lines = new ReportLines();

  private List<Line> look(boolean isLast, Finding... findings) {
    return lines.of(new Report(Instant.EPOCH, List.of(findings)), isLast);
  }

  @Test
  void what_is_wrong_is_said_at_the_first_look_and_once() {
    Finding elsewhere = Finding.problem("issuer", "It redirects");
    Finding maybe = Finding.warning("clients", "Switch one on");

    assertThat(look(false, elsewhere, maybe, Finding.ok("keys", "Fine")))
        .containsExactly(
            new Line(Level.WARNING, "Doctor, issuer: It redirects"),
            new Line(Level.INFO, "Doctor, clients: Switch one on"),
            new Line(Level.INFO, AGAIN));
    assertThat(look(false, elsewhere, maybe)).containsExactly(new Line(Level.INFO, AGAIN));
    assertThat(look(true, elsewhere, maybe))
        .containsExactly(
            new Line(Level.INFO, "The doctor made 2 checks; problems: 1, warnings: 1"));
  }

  @Test
  void a_public_url_that_is_still_wrong_at_the_last_look_is_a_warning() {
    Finding silent = Finding.warning("public-url", "It can't be reached");
    Finding other = Finding.problem("challenge", "It answers HTTP 404");

    assertThat(look(false, silent, other))
        .contains(
            new Line(Level.INFO, "Doctor, public-url: It can't be reached"),
            new Line(Level.INFO, "Doctor, challenge: It answers HTTP 404"));
    assertThat(look(true, silent, other))
        .contains(
            new Line(Level.WARNING, "Doctor, public-url: It can't be reached"),
            new Line(Level.WARNING, "Doctor, challenge: It answers HTTP 404"));
  }

  @Test
  void names_that_mean_nothing_are_not_repeated() {
    assertThat(look(true, Finding.warning(SettingsCheck.UNKNOWN, "mcp.red.only")))
        .containsExactly(
            new Line(Level.INFO, "The doctor made 1 checks; problems: 0, warnings: 1"));
  }
}
