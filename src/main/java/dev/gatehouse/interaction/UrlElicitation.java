package dev.gatehouse.interaction;

import java.net.URI;

/**
 * Asks the user to do something on a web page; accepting says only that the page may be opened. The
 * URL must carry nothing personal and no rights, and the page must check who opens it.
 *
 * @param message what the user reads first; not blank
 * @param url an http(s) address without user info
 * @param elicitationId unique; older revisions tell with it that the user is done
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">MCP
 *     elicitation</a>
 */
public record UrlElicitation(String message, URI url, String elicitationId)
    implements InputRequest {
  public UrlElicitation {
    if (message.isBlank() || elicitationId.isBlank()) {
      throw new IllegalArgumentException("A page needs a message and an id");
    }
    if (!String.valueOf(url.getScheme()).matches("(?i)https?")
        || url.getHost() == null
        || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("The page needs an http(s) URL without user info");
    }
  }
}
