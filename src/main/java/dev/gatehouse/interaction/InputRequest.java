package dev.gatehouse.interaction;

/** A question to the client: to its user, its model, or itself. */
public sealed interface InputRequest
    permits FormElicitation, JsonElicitation, UrlElicitation, SamplingRequest, RootsRequest {}
