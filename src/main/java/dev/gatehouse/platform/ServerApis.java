package dev.gatehouse.platform;

/** Tells which APIs a server shows to an application, without a use of them. */
public final class ServerApis {
  private ServerApis() {}

  /** Whether this class loader finds a type of the API. */
  public static boolean isPresent(String type, ClassLoader application) {
    try {
      Class.forName(type, false, application);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
