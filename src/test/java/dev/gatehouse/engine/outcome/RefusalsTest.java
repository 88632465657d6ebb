package dev.gatehouse.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.tool.ToolFailure;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.ejb.NoSuchEJBException;
import java.lang.reflect.UndeclaredThrowableException;
import java.rmi.AccessException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {
  private static final SecurityException REFUSAL = new SecurityException("secret");

  static Stream<RuntimeException> refusals() {
    return Stream.of(
        new EJBAccessException("secret"),
        new AccessLocalException("secret"),
        REFUSAL,
        new SecurityException("secret", new IllegalStateException()) {
          private static final long serialVersionUID = 1L;
        },
        new EJBException(new EJBAccessException("secret")),
        new EJBTransactionRolledbackException("secret", REFUSAL),
        new CompletionException(REFUSAL),
        new UndeclaredThrowableException(new ExecutionException(new EJBException(REFUSAL))),
        new MethodException("failed", new ExecutionException(REFUSAL)),
        new MethodException("failed", new AccessException("secret")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_says_that_the_caller_may_not_is_told_apart_and_tells_nothing(RuntimeException thrown) {
    assertThat(Refusals.of(thrown, "Tool open"))
        .isInstanceOf(NotAllowedException.class)
        .hasMessageStartingWith("Not allowed: ")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  static Stream<RuntimeException> others() {
    return Stream.of(
        new IllegalStateException(REFUSAL),
        new EJBException(new IllegalStateException(REFUSAL)),
        new NoSuchEJBException("secret"),
        new MethodException("failed", new Exception(REFUSAL)),
        new ToolFailure("Not on Sundays"),
        endless());
  }

  private static RuntimeException endless() {
    EJBException one = new EJBException("one");
    one.initCause(new EJBException("two", one));
    return one;
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_fault_stays_what_it_is(RuntimeException thrown) {
    assertThat(Refusals.of(thrown, "Tool open")).isSameAs(thrown);
  }
}
