package dev.gatehouse.security.challenge;

import dev.gatehouse.config.RoleMapping;
import dev.gatehouse.config.Settings;
import dev.gatehouse.security.caller.VerifiedCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** The roles that a caller has by the settings. */
@ApplicationScoped
public class CallerRoles {
  private RoleMapping mapping;

  @Inject
  void follow(Settings settings) {
    mapping = settings.roles();
  }

  public Set<String> of(VerifiedCaller caller) {
    return mapping.roles(caller.token().getGroups(), caller.token().roles(), caller.scopes());
  }
}
