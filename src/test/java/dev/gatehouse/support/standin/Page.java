package dev.gatehouse.support.standin;

import java.util.stream.Collectors;

/** What a person sees: plain HTML without scripts, nothing of it to be taken for the real thing. */
final class Page {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Scalekit stand-in</title>
      <style nonce="{nonce}">
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem }
      .note { background: #fff3cd; color: #332701; padding: .5rem 1rem; border-radius: .25rem }
      .complaint { color: #b00020 }
      label { display: block; margin: .5rem 0 }
      button { font: inherit; padding: .4rem 1.2rem; margin: 1rem .5rem 0 0 }
      code { overflow-wrap: anywhere }
      </style>
      </head>
      <body>
      <main>
      <p class="note">This is a local stand-in for Scalekit, <strong>not for production</strong>.</p>
      {content}
      </main>
      </body>
      </html>
      """;

  private static final String CONSENT =
      """
      <h1>Allow access?</h1>
      <p>A program that calls itself <strong>{client}</strong> (<code>{clientId}</code>) wants to use
      <code>{resource}</code> in your name. Your answer goes to <strong>{destination}</strong>.</p>
      <p>It asks for:</p>
      <ul>
      {scopes}
      </ul>
      <form method="post" action="{action}">
      <input type="hidden" name="request" value="{request}">
      <p class="complaint" role="alert">{complaint}</p>
      <p>Sign in as <code>alice</code> with the password <code>alice</code>, or as <code>bob</code>
      with the password <code>bob</code>.</p>
      <label>Name <input name="username" autocomplete="off" required></label>
      <label>Password <input name="password" type="password" autocomplete="off" required></label>
      <button name="decision" value="allow">Allow</button>
      <button name="decision" value="deny" formnovalidate>Deny</button>
      </form>
      """;

  private Page() {}

  static Answer consent(
      String requestId, AuthorizationRequest request, Settings settings, String complaint) {
    String scopes =
        request.scopes(settings).tokens().stream()
            .map(scope -> "<li><code>" + escaped(scope) + "</code></li>")
            .collect(Collectors.joining("\n"));
    return framed(
        200,
        new Template(CONSENT)
            .markup("scopes", scopes)
            .text("action", settings.resourceIssuer() + "/oauth/consent")
            .text("request", requestId)
            .text("complaint", complaint)
            .text("destination", RedirectUri.destination(request.redirectUri()))
            .text("resource", settings.resourceUrl())
            .text("clientId", request.client().id())
            .text("client", request.client().name())
            .html());
  }

  static Answer failure(OAuthFailure failure) {
    return framed(
        400,
        new Template("<h1>That did not work</h1>\n<p><code>{code}</code>: {description}</p>\n")
            .text("code", failure.code())
            .text("description", failure.getMessage())
            .html());
  }

  private static Answer framed(int status, String content) {
    String nonce = RandomId.secret();
    // No form-action: Chromium would apply it to the redirect that follows the form.
    String policy =
        "default-src 'none'; style-src 'nonce-%s'; base-uri 'none'; frame-ancestors 'none'";
    String html = new Template(FRAME).text("nonce", nonce).markup("content", content).html();
    return Answer.of(status, "text/html; charset=utf-8", html)
        .with("Content-Security-Policy", policy.formatted(nonce))
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer")
        .notStored();
  }

  private static String escaped(String text) {
    return new Template("{text}").text("text", text).html();
  }
}
