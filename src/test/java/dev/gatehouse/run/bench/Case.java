package dev.gatehouse.run.bench;

import java.util.ArrayList;
import java.util.List;

/** Something that is measured of one server, in the way that a client of one era speaks. */
record Case(Kind kind, Era era) {

  /**
   * All that one server is asked, what is refused only once; in the end, what is asked when others
   * have something too.
   */
  static List<Case> of(Subject subject) {
    List<Case> cases = new ArrayList<>();
    for (Era era : subject.eras()) {
      for (Kind kind : subject.kinds()) {
        boolean again = kind.isRefused() && era != subject.eras().get(0);
        boolean foreign = kind.isOfOursOnly() && !subject.isOurs();
        if (!again && !foreign && kind != Kind.GROWN) {
          cases.add(new Case(kind, era));
        }
      }
    }
    if (subject.isOurs()) {
      subject.eras().forEach(era -> cases.add(new Case(Kind.GROWN, era)));
    }
    return cases;
  }
}
