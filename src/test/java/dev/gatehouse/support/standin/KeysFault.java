package dev.gatehouse.support.standin;

/** How {@code GET /keys} misbehaves. */
public enum KeysFault {
  /** It does not: the key set is served. */
  NONE,
  /** 500. */
  SERVER_ERROR,
  /** 200 with a web page, as a captive portal or a proxy sends it. */
  HTML,
  /** 200 with a key set that has no key. */
  EMPTY,
  /** The connection stays open and nothing comes. */
  HANG,
  /** 200 and then a byte now and then, without end. */
  DRIP,
  /** 200 with the good keys and megabytes of padding. */
  OVERSIZED
}
