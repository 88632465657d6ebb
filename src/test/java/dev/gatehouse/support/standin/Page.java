package dev.gatehouse.support.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person sees: plain HTML without scripts, nothing of it to be taken for the real thing. */
final class Page {
  /** The landing page's, so that the way from there to here looks like one. */
  private static final String STYLE = read("/dev/gatehouse/landing/landing.css");

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{title} - Scalekit stand-in</title>
      <link rel="icon" href="data:,">
      <style nonce="{nonce}">
      {style}
      main { max-width: 32rem }
      .status { margin: 0 0 1.5rem }
      .status b::after { content: none }
      form, ul { border: 1px solid var(--line); border-radius: .375rem; background: var(--panel) }
      ul { margin: 0 0 1.5rem; padding: .625rem .75rem .625rem 2rem }
      form { padding: 1.25rem }
      form .status { background: var(--page) }
      label { display: block; margin-top: 1rem; font-weight: 600 }
      input, button { font: inherit; border-radius: .375rem; padding: .5rem .75rem }
      input {
        display: block; width: 100%; margin-top: .25rem;
        border: 1px solid var(--soft); background: var(--page); color: var(--text)
      }
      .buttons { display: flex; gap: .75rem; margin-top: 1.5rem }
      button {
        flex: 1; min-height: 2.75rem; cursor: pointer;
        border: 1px solid var(--accent); background: transparent; color: var(--accent)
      }
      button.primary { background: var(--accent); color: var(--panel); font-weight: 600 }
      </style>
      </head>
      <body>
      <main>
      <p class="status">This is a local stand-in for Scalekit, <strong>not for production</strong>.</p>
      <h1>{title}</h1>
      {content}
      </main>
      </body>
      </html>
      """;

  private static final String CONSENT =
      """
      <p>A program that calls itself <strong>{client}</strong> (<code>{clientId}</code>) wants to use
      <code>{resource}</code> in your name. Your answer goes to <strong>{destination}</strong>.</p>
      <p id="asked">It asks for:</p>
      <ul aria-labelledby="asked">
      {scopes}
      </ul>
      <form method="post" action="{action}">
      <input type="hidden" name="request" value="{request}">
      {complaint}
      <p>Sign in as <code>alice</code> with the password <code>alice</code>, or as <code>bob</code>
      with the password <code>bob</code>.</p>
      <label for="username">Name</label>
      <input id="username" name="username" value="{name}" autocomplete="off" autocapitalize="none"
      spellcheck="false" required {nameState}>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="off" required
      {passwordState}>
      <p class="buttons"><button class="primary" name="decision" value="allow">Allow</button>
      <button name="decision" value="deny" formnovalidate>Deny</button></p>
      </form>
      """;

  private static final String COMPLAINT =
      "<p class=\"status waiting\" role=\"alert\" id=\"complaint\">"
          + "<b>That name and that password do not belong together.</b></p>";

  private Page() {}

  /** The question; after a wrong password, with the name that it was given with. */
  static Answer consent(
      String requestId,
      AuthorizationRequest request,
      Settings settings,
      Optional<String> rejectedName) {
    String scopes =
        request.scopes(settings).tokens().stream()
            .map(scope -> "<li><code>" + escaped(scope) + "</code></li>")
            .collect(Collectors.joining("\n"));
    Template page =
        new Template(CONSENT)
            .markup("scopes", scopes)
            .text("action", settings.resourceIssuer() + "/oauth/consent")
            .text("request", requestId)
            .text("destination", RedirectUri.destination(request.redirectUri()))
            .text("resource", settings.resourceUrl())
            .text("clientId", request.client().id())
            .text("client", request.client().name());
    return framed(200, "Allow access?", rejectedName.map(name -> again(page, name)).orElse(page));
  }

  private static Template again(Template page, String name) {
    String state = "aria-invalid=\"true\" aria-describedby=\"complaint\"";
    return page.markup("complaint", COMPLAINT)
        .text("name", name)
        .markup("nameState", state)
        .markup("passwordState", state + " autofocus");
  }

  static Answer failure(OAuthFailure failure) {
    return framed(
        400,
        "That did not work",
        new Template("<p><code>{code}</code>: {description}</p>\n")
            .text("code", failure.code())
            .text("description", failure.getMessage()));
  }

  private static Answer framed(int status, String title, Template content) {
    String nonce = RandomId.secret();
    // No form-action: Chromium would apply it to the redirect that follows the form.
    String policy =
        "default-src 'none'; img-src data:; style-src 'nonce-%s'; base-uri 'none';"
            + " frame-ancestors 'none'";
    String html =
        new Template(FRAME)
            .text("nonce", nonce)
            .text("title", title)
            .markup("style", STYLE)
            .markup("content", content.html())
            .html();
    return Answer.of(status, "text/html; charset=utf-8", html)
        .with("Content-Security-Policy", policy.formatted(nonce))
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "no-referrer")
        .notStored();
  }

  private static String read(String file) {
    try (InputStream in = Page.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static String escaped(String text) {
    return new Template("{text}").text("text", text).html();
  }
}
