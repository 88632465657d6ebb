package dev.gatehouse.engine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** From what JSON-B knows of a class to how its members are written. */
record ResultMembers(Function<TypeUsage, ResultType> describe, TypeUsage place, Class<?> raw) {
  ResultObject object() {
    List<ResultMember> members = new ArrayList<>();
    Set<String> custom = new TreeSet<>();
    for (Member member : WrittenMembers.of(raw)) {
      if (member.customized()) {
        custom.add(member.name());
      } else {
        members.add(member(member));
      }
    }
    return new ResultObject(raw, List.copyOf(members), custom);
  }

  private ResultMember member(Member member) {
    TypeUsage here = place.member(member);
    boolean promised = Constraints.notNull(here) && !here.isOptional();
    return new ResultMember(
        member.name(),
        member.reader(),
        describe.apply(here),
        member.alwaysWritten() || promised,
        member.writesNull(raw));
  }
}
