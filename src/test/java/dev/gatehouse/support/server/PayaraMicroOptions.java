package dev.gatehouse.support.server;

import java.nio.file.Path;
import java.util.List;

/** How Payara Micro is told of the files of server-config. */
public final class PayaraMicroOptions {
  /** The files. */
  public static final List<String> FILES = List.of("gatehouse.properties", "preboot.asadmin");

  private PayaraMicroOptions() {}

  /** With the files in this folder. */
  public static List<String> of(Path folder) {
    return List.of(
        "--nocluster",
        "--systemproperties",
        folder.resolve(FILES.get(0)).toString(),
        "--prebootcommandfile",
        folder.resolve(FILES.get(1)).toString());
  }
}
