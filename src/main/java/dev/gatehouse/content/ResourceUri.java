package dev.gatehouse.content;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The name of a resource: a URI with a scheme.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3">RFC 3986, 3</a>
 */
public final class ResourceUri {
  private ResourceUri() {}

  /**
   * Checks that this is a URI with a scheme.
   *
   * @param uri any text
   * @return the same text
   * @throws IllegalArgumentException that says what is wrong with it
   */
  public static String check(String uri) {
    try {
      if (new URI(uri).isAbsolute()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not a URI: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("A resource's URI starts with a scheme, not as in " + uri);
  }
}
