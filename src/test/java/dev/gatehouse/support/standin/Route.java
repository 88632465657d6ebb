package dev.gatehouse.support.standin;

import java.util.Map;

/** The one method that a path knows, and whether scripts of any origin may call it. */
record Route(String method, boolean crossOrigin, Endpoint endpoint) {

  /** A document or an interface for clients, browser-based ones included. */
  static Route open(String method, Endpoint endpoint) {
    return new Route(method, true, endpoint);
  }

  /** Something that a person's browser navigates to. */
  static Route page(String method, Endpoint endpoint) {
    return new Route(method, false, endpoint);
  }

  Answer answer(String requested, Call call) {
    Answer answer = dispatch(requested, call);
    return crossOrigin && answer != Answer.SILENCE && answer != Answer.DRIPPING
        ? answer.with("Access-Control-Allow-Origin", "*")
        : answer;
  }

  private Answer dispatch(String requested, Call call) {
    if (crossOrigin && requested.equals("OPTIONS")) {
      return new Answer(204, Map.of(), new byte[0])
          .with("Access-Control-Allow-Methods", method)
          .with("Access-Control-Allow-Headers", "authorization, content-type, mcp-protocol-version")
          .with("Access-Control-Max-Age", "600");
    }
    if (!requested.equals(method) && !(requested.equals("HEAD") && method.equals("GET"))) {
      return Answer.text(405, "405 method not allowed").with("Allow", method);
    }
    try {
      return endpoint.answer(call);
    } catch (OAuthFailure failure) {
      return Answer.failure(failure);
    }
  }
}
