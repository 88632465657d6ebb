package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.security.token.InvalidTokenException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tokens that were refused although the issuer's key signed them: the issuer and this server mean
 * different things.
 */
record TokensCheck(Function<Reason, Optional<String>> lately) {
  private static final String NAME = "tokens";

  // What is signed by others says nothing about our settings.
  private static final List<Reason> TELLING =
      List.of(
          Reason.WRONG_ISSUER, Reason.WRONG_AUDIENCE, Reason.MISSING_CLAIM, Reason.NOT_YET_VALID);

  List<Finding> findings() {
    List<Finding> found =
        TELLING.stream()
            .flatMap(
                reason ->
                    lately
                        .apply(reason)
                        .map(detail -> warning(NAME, sentence(reason, detail)))
                        .stream())
            .toList();
    return found.isEmpty() ? List.of(ok(NAME, "No token of the issuer was refused lately")) : found;
  }

  private static String sentence(Reason reason, String detail) {
    return switch (reason) {
      case WRONG_ISSUER, WRONG_AUDIENCE ->
          "Tokens of the issuer are refused: %s; change that, or the client's resource"
              .formatted(detail);
      case NOT_YET_VALID ->
          "Tokens are refused because the clocks differ: %s; synchronize them, or raise "
                  .formatted(detail)
              + "mp.jwt.verify.clock.skew";
      default ->
          "Tokens of the issuer are refused: %s; tokens for API credentials and machine clients "
                  .formatted(detail)
              + "need the audience of scalekit.resource.id";
    };
  }
}
