package dev.gatehouse.testing;

import dev.gatehouse.mcp.call.ProtocolVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once in each era. */
final class BothEras implements TestTemplateInvocationContextProvider {
  private static final String MODERN = ProtocolVersion.MODERN_SUPPORTED.get(0);
  private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> MODERN);

  /** The revision that clients of this thread speak. */
  static String current() {
    return CURRENT.get();
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(MODERN, ProtocolVersion.NEWEST_LEGACY).map(InEra::new);
  }

  private record InEra(String version)
      implements TestTemplateInvocationContext, BeforeEachCallback, AfterEachCallback {
    @Override
    public String getDisplayName(int invocation) {
      return "in " + version;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      CURRENT.set(version);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      CURRENT.remove();
    }
  }
}
