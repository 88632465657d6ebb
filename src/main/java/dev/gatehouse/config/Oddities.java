package dev.gatehouse.config;

import static dev.gatehouse.config.KnownSettings.AUDIENCES;
import static dev.gatehouse.config.KnownSettings.ENVIRONMENT;
import static dev.gatehouse.config.KnownSettings.ISSUER;
import static dev.gatehouse.config.KnownSettings.KEYS;
import static dev.gatehouse.config.KnownSettings.RESOURCE_ID;
import static dev.gatehouse.config.KnownSettings.URL;

import java.net.URI;

/** Settings that work, but hardly as meant. */
record Oddities(PropertySource source, SettingValues values) {

  void remark() {
    remarkUrls();
    Scalekit scalekit = Scalekit.of(values);
    if (scalekit.isComplete()) {
      remarkOverrides(scalekit);
    }
  }

  private void remarkUrls() {
    source
        .text(ENVIRONMENT)
        .filter(url -> url.endsWith("/"))
        .ifPresent(
            url ->
                source.remark(
                    ENVIRONMENT, "ends with a slash, which is left out: write it without"));
    URI url = values.get(URL).orElseThrow();
    source
        .text(URL)
        .filter(text -> text.endsWith("/") || !text.endsWith(url.getRawPath()))
        .ifPresent(text -> source.remark(URL, "is used as " + url + ": write it so, everywhere"));
  }

  /** Standard values win over Scalekit's, and often were meant for another WAR. */
  private void remarkOverrides(Scalekit scalekit) {
    values
        .get(ISSUER)
        .ifPresent(
            issuer ->
                override(
                    ISSUER,
                    scalekit.issuers().contains(issuer)
                        ? "accepts one form of Scalekit's issuer only, and Scalekit is moving to"
                            + " the other"
                        : "wins over " + ENVIRONMENT.name()));
    values
        .get(KEYS)
        .filter(url -> !url.equals(scalekit.keysUrl()))
        .ifPresent(url -> override(KEYS, "wins over the keys of " + ENVIRONMENT.name()));
    if (!values.get(AUDIENCES).isEmpty()
        && !values.get(AUDIENCES).contains(scalekit.resourceId())) {
      override(AUDIENCES, "wins over " + RESOURCE_ID.name() + " and does not list it");
    }
  }

  private void override(Setting<?> setting, String what) {
    source.remark(setting, what + ": unset it unless that is meant");
  }
}
