package dev.gatehouse.engine.tool;

import dev.gatehouse.engine.bean.NamedParameter;
import dev.gatehouse.engine.mapping.MappedArgument;
import dev.gatehouse.engine.rest.RestParameter;
import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.tool.ToolArg;
import java.util.Optional;

/**
 * What is said of an argument in different places.
 *
 * @param written by its author
 * @param part for JAX-RS
 * @param said by the mapping file, whose word counts most
 */
record ToolArgument(
    NamedParameter named,
    Optional<ToolArg> written,
    Optional<RestParameter> part,
    Optional<MappedArgument> said) {

  Argument argument() {
    String header = written.map(ToolArg::header).orElse("");
    return named
        .argument(description(), isRequired(), otherwise(), header)
        .with(
            said.flatMap(MappedArgument::value), said.map(MappedArgument::isHidden).orElse(false));
  }

  private String description() {
    return said.flatMap(MappedArgument::description)
        .or(() -> written.map(ToolArg::description))
        .orElse("");
  }

  private boolean isRequired() {
    boolean required =
        written.map(ToolArg::required).orElse(true)
            && part.map(RestParameter::isRequired).orElse(true);
    return said.flatMap(MappedArgument::required).orElse(required);
  }

  private String otherwise() {
    boolean demanded = said.flatMap(MappedArgument::required).orElse(false);
    return written
        .map(ToolArg::defaultValue)
        .filter(value -> !value.isEmpty())
        .or(() -> part.map(RestParameter::defaultValue))
        .filter(value -> !demanded)
        .orElse("");
  }
}
