package dev.gatehouse.client;

/** Placeholder. */
public final class Progress {}
