package dev.gatehouse.engine.mapping;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.annotation.Annotation;
import java.util.List;

/** What an entry says in place of {@link RequiresScope}. */
final class ScopeWords extends AnnotationLiteral<RequiresScope> implements RequiresScope {
  private static final long serialVersionUID = 1L;

  private final String[] scopes;

  private ScopeWords(List<String> scopes) {
    this.scopes = scopes.toArray(String[]::new);
  }

  /** The decision for these scopes, or for none. */
  static Annotation of(List<String> scopes) {
    return scopes.isEmpty() ? new None() : new ScopeWords(scopes);
  }

  @Override
  public String[] value() {
    return scopes.clone();
  }

  @Override
  public boolean onlyInMcp() {
    return true;
  }

  private static final class None extends AnnotationLiteral<NoScopeRequired>
      implements NoScopeRequired {
    private static final long serialVersionUID = 1L;
  }
}
