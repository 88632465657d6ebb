package dev.gatehouse.engine.tool;

import dev.gatehouse.config.EditDistance;
import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.mapping.MappedArgument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the mapping file gives to arguments.
 *
 * @param renamed by those that they have without it
 * @param sensitive those, in the new names, whose value must not be told
 */
record MappedNames(Map<String, String> renamed, Set<String> sensitive) {

  static MappedNames of(Map<String, MappedArgument> mapped) {
    Map<String, String> renamed = new HashMap<>();
    Set<String> sensitive = new HashSet<>();
    mapped.forEach(
        (known, said) -> {
          said.name().ifPresent(name -> renamed.put(known, name));
          if (said.isSensitive()) {
            sensitive.add(said.name().orElse(known));
          }
        });
    return new MappedNames(renamed, sensitive);
  }

  /** The file names arguments that the method does not have. */
  static Stream<String> problems(Set<String> mapped, List<NamedParameter> arguments) {
    Set<String> known = arguments.stream().map(NamedParameter::known).collect(Collectors.toSet());
    return mapped.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .map(
            name ->
                "arguments: the method has no "
                    + name
                    + EditDistance.nearest(name, known)
                        .map(n -> "; the nearest is " + n)
                        .orElse(""));
  }
}
