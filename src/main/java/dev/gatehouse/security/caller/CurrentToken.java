package dev.gatehouse.security.caller;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The verified token of this request as the injectable {@link JsonWebToken}; stands before the
 * server's own bean, which knows nothing of our callers. Without a caller it has no claims.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class CurrentToken implements JsonWebToken {
  @Inject CallerHolder holder;

  @Override
  public String getName() {
    return holder.current().map(caller -> caller.token().getName()).orElse(null);
  }

  @Override
  public Set<String> getClaimNames() {
    return holder.current().map(caller -> caller.token().getClaimNames()).orElse(Set.of());
  }

  @Override
  public <T> T getClaim(String name) {
    return holder.current().map(caller -> caller.token().<T>getClaim(name)).orElse(null);
  }
}
