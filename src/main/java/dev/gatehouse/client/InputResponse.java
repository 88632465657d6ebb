package dev.gatehouse.client;

/** An accepted answer to an {@link InputRequest}. */
public sealed interface InputResponse
    permits ElicitationResponse, SamplingResponse, RootsResponse {}
