package dev.gatehouse.interaction;

import java.util.List;
import java.util.Optional;

/** The directories that the user works in, on the client's machine; may be none. */
public record RootsResponse(List<Root> roots) implements InputResponse {
  public RootsResponse {
    roots = List.copyOf(roots);
  }

  /** A directory or file: a {@code file://} URI as the client wrote it, and its display name. */
  public record Root(String uri, Optional<String> name) {
    public Root {
      if (!uri.startsWith("file://")) {
        throw new IllegalArgumentException("A root is a file:// URI");
      }
    }
  }
}
