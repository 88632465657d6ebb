package dev.gatehouse.support.tools;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** A bean whose constraints all stand on type arguments. */
@ApplicationScoped
public class NestedConstraintTools {
  public record NewLine(@NotBlank String text) {}

  @NoScopeRequired
  @Tool(description = "Writes a label")
  String label(Optional<@NotBlank @Size(max = 3) String> text) {
    return text.orElse("none");
  }

  @NoScopeRequired
  @Tool(description = "Counts lines")
  int lines(List<@Valid NewLine> lines) {
    return lines.size();
  }
}
