package dev.gatehouse.engine.bean;

import dev.gatehouse.json.Json;
import dev.gatehouse.tool.Icon;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The icons of a method as clients are told them; bounded, since they travel in every list. */
final class Icons {
  private static final int MOST = 8;
  private static final int LONGEST_URL = 2048;
  private static final int LONGEST_DATA = 16_384;
  private static final Pattern DATA =
      Pattern.compile("data:image/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/]+={0,2}");
  private static final Pattern TYPE = Pattern.compile("|image/[a-z0-9.+-]{1,40}");
  private static final Pattern SIZE = Pattern.compile("any|[1-9][0-9]{0,3}x[1-9][0-9]{0,3}");

  private Icons() {}

  /** Adds what is wrong with them, one sentence each. */
  static void check(BeanMethod method, List<String> problems) {
    Set<Icon> icons = of(method);
    if (icons.size() > MOST) {
      problems.add("it has more than " + MOST + " icons");
    }
    for (Icon icon : icons) {
      if (!isSource(icon.src())) {
        problems.add(
            "an icon's src is an https: URL of at most %d characters, or data:image/…;base64,… of at most %d"
                .formatted(LONGEST_URL, LONGEST_DATA));
      }
      if (!TYPE.matcher(icon.mimeType()).matches()) {
        problems.add("an icon's mimeType is such as image/png");
      }
      if (!Arrays.stream(icon.sizes()).allMatch(size -> SIZE.matcher(size).matches())) {
        problems.add("an icon's sizes are such as 48x48, or any");
      }
    }
  }

  private static Set<Icon> of(BeanMethod method) {
    return method.annotated().getAnnotations(Icon.class);
  }

  private static boolean isSource(String src) {
    if (src.startsWith("data:")) {
      return src.length() <= LONGEST_DATA && DATA.matcher(src).matches();
    }
    try {
      URI uri = URI.create(src);
      return src.length() <= LONGEST_URL
          && "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Adds the member {@code icons}, if there are any. */
  static void addTo(JsonObjectBuilder entry, BeanMethod method) {
    Set<Icon> icons = of(method);
    if (!icons.isEmpty()) {
      var array = Json.createArrayBuilder();
      icons.forEach(icon -> array.add(json(icon)));
      entry.add("icons", array);
    }
  }

  private static JsonObject json(Icon icon) {
    var json = Json.createObjectBuilder().add("src", icon.src());
    if (!icon.mimeType().isEmpty()) {
      json.add("mimeType", icon.mimeType());
    }
    if (icon.sizes().length > 0) {
      json.add("sizes", Json.createArrayBuilder(List.of(icon.sizes())));
    }
    if (icon.theme() != Icon.Theme.ANY) {
      json.add("theme", icon.theme().name().toLowerCase(Locale.ROOT));
    }
    return json.build();
  }
}
