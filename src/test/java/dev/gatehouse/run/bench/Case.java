package dev.gatehouse.run.bench;

import java.util.ArrayList;
import java.util.List;

/** Something that is measured of one server, in the way that a client of one era speaks. */
record Case(Kind kind, Era era) {

  /** All that one server is asked, what is refused only once. */
  static List<Case> of(Subject subject) {
    List<Case> cases = new ArrayList<>();
    for (Era era : subject.eras()) {
      for (Kind kind : Kind.values()) {
        boolean again = kind.isRefused() && era != subject.eras().get(0);
        if (!again && (kind != Kind.UNAUDITED || subject.isOurs())) {
          cases.add(new Case(kind, era));
        }
      }
    }
    return cases;
  }
}
