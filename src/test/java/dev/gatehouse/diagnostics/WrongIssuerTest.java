package dev.gatehouse.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.standin.ScalekitStandIn;
import dev.gatehouse.support.time.MutableClock;
import org.junit.jupiter.api.Test;

/** An issuer that publishes another one's document when the WAR is deployed, and is mended then. */
class WrongIssuerTest {
  private static final String OTHER = "https://auth.acme.com/x";

  @Test
  void it_is_looked_at_again_until_it_is_the_one_that_was_meant() {
    MutableClock clock = new MutableClock();
    try (ScalekitStandIn model = ScalekitStandIn.builder().resourceId(Lab.RESOURCE_ID).start();
        Lab lab = new Lab(model)) {
      lab.clock = clock;
      lab.metadata(text -> text.replace(lab.issuer(), OTHER));
      CachedDiagnostics examinations = new CachedDiagnostics(lab::examine, clock);

      Report wrong = examinations.again();
      assertThat(wrong.hasProblem(Diagnostics.ISSUER)).isFalse();
      assertThat(wrong.hasProblem(Diagnostics.ISSUER_METADATA)).isTrue();
      assertThat(examinations.isIssuerConfirmed()).isFalse();

      lab.metadata(text -> text.replace(OTHER, lab.issuer()));
      assertThat(examinations.isRecent()).isTrue();
      clock.advance(CachedDiagnostics.SHORT_PAUSE);
      assertThat(examinations.isRecent()).isFalse();
      assertThat(examinations.again().hasProblem(Diagnostics.ISSUER_METADATA)).isFalse();
      assertThat(examinations.isIssuerConfirmed()).isTrue();
    }
  }
}
