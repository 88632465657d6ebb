package dev.gatehouse.security.scope;

import dev.gatehouse.platform.ServerApis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server must show to the application. Some servers hide an API, or the beans that use it,
 * and go on: then tokens are refused until the first good one, which fails.
 */
final class RequiredApis {
  private static final Map<String, String> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("MicroProfile Config", "org.eclipse.microprofile.config.ConfigProvider");
    TYPES.put("MicroProfile JWT Auth", "org.eclipse.microprofile.jwt.JsonWebToken");
    TYPES.put("Jakarta REST", "jakarta.ws.rs.core.Application");
    TYPES.put("Jakarta JSON Binding", "jakarta.json.bind.JsonbBuilder");
    TYPES.put("Jakarta Validation", "jakarta.validation.Validator");
    TYPES.put(
        "Jakarta Concurrency", "jakarta.enterprise.concurrent.ManagedScheduledExecutorService");
  }

  private RequiredApis() {}

  /** What is missing, one sentence each. */
  static List<String> problems(ClassLoader application) {
    return TYPES.entrySet().stream()
        .filter(api -> !ServerApis.isPresent(api.getValue(), application))
        .map(api -> sentence(api.getKey(), api.getValue()))
        .toList();
  }

  private static String sentence(String api, String type) {
    return "the server shows this application no %s (%s): switch it on, and on WildFly keep the line Dependencies in the manifest of the library"
        .formatted(api, type);
  }
}
