package dev.gatehouse.security.jwks;

import java.time.Instant;
import java.util.Optional;

/**
 * The issuer's keys as this node knows them.
 *
 * @param usable how many can check a signature; 0 if none were read yet
 * @param confirmed when the issuer last confirmed them
 * @param lastReadingFailed whether they are those of before because the issuer does not answer
 */
public record KeyStatus(int usable, Optional<Instant> confirmed, boolean lastReadingFailed) {}
