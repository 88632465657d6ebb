package dev.gatehouse.http.filter;

import dev.gatehouse.http.JsonResponses;
import dev.gatehouse.request.CurrentRequest;
import dev.gatehouse.request.RequestHeaders;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Parses the headers, once for all who ask. Answers in JSON when one of them can be parsed and
 * still makes the server fail; what can't be parsed is refused by {@link ClientOriginFilter},
 * before Jakarta REST begins.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 90)
@ApplicationScoped
public class HeaderFilter implements ContainerRequestFilter {
  private static final Set<String> WEIGHTS = Set.of("q", "qs");
  private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,9})?|1(\\.0{0,9})?");

  @Inject CurrentRequest current;

  @Override
  public void filter(ContainerRequestContext request) {
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    try {
      RequestHeaders headers =
          new RequestHeaders(
              request.getHeaders(),
              Optional.ofNullable(type).map(MediaType::valueOf),
              request.getAcceptableMediaTypes());
      if (isUsable(headers)) {
        current.begin(headers);
      } else {
        refuse(request);
      }
    } catch (RuntimeException e) {
      refuse(request);
    }
  }

  // Jersey and RESTEasy parse weights when they look for a method, and fail with 500 if they are
  // none; those of a Content-Type too, which has none by RFC 9110.
  private static boolean isUsable(RequestHeaders headers) {
    return headers.contentType().filter(type -> !hasWeights(type, weight -> false)).isEmpty()
        && headers.accept().stream()
            .allMatch(type -> hasWeights(type, weight -> WEIGHT.matcher(weight).matches()));
  }

  private static boolean hasWeights(MediaType type, Predicate<String> usable) {
    return type.getParameters().isEmpty()
        || type.getParameters().entrySet().stream()
            .filter(parameter -> WEIGHTS.contains(parameter.getKey().toLowerCase(Locale.ROOT)))
            .map(Map.Entry::getValue)
            .allMatch(usable);
  }

  private static void refuse(ContainerRequestContext request) {
    request.abortWith(JsonResponses.error(400, "Content-Type or Accept is malformed"));
  }
}
