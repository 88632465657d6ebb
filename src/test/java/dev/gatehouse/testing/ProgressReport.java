package dev.gatehouse.testing;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a tool said that it is.
 *
 * @param progress so far
 * @param total of so much, if the tool said so
 * @param message for the user, if there is one
 */
public record ProgressReport(double progress, OptionalDouble total, Optional<String> message) {}
