package dev.gatehouse.interaction;

/** An accepted answer to an {@link InputRequest}. */
public sealed interface InputResponse
    permits ElicitationResponse, SamplingResponse, RootsResponse {}
