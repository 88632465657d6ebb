package dev.gatehouse.testing;

/** One of the two ways to speak with a server. */
interface Dialect {

  /** The answer, with everything that the server wanted to know on the way. */
  Reply ask(Request request, Script.Reading answers, Received received);
}
