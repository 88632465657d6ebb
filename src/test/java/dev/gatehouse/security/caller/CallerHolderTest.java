package dev.gatehouse.security.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.security.token.BearerToken;
import dev.gatehouse.security.token.InvalidTokenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CallerHolderTest {
  private final CallerHolder holder = new CallerHolder();
  private final List<Optional<String>> seen = new ArrayList<>();

  private void look(String argument) {
    seen.add(holder.current().map(caller -> caller.token().subject()));
  }

  private static VerifiedCaller identity(String subject) throws InvalidTokenException {
    BearerToken token =
        BearerToken.parse(
            "a.b.c", "{\"iss\":\"https://acme.example\",\"sub\":\"%s\"}".formatted(subject));
    return VerifiedCaller.of(token, "https://acme.example", Set.of());
  }

  @Test
  void an_action_runs_as_the_caller_of_the_time_it_was_made() throws Exception {
    holder.set(identity("ann"));
    Consumer<String> action = holder.asNow(this::look);
    holder.clear();

    action.accept("");

    assertThat(seen).containsExactly(Optional.of("ann"));
    assertThat(holder.current()).isEmpty();
  }

  @Test
  void an_action_made_without_a_caller_runs_as_nobody() throws Exception {
    Consumer<String> action = holder.asNow(this::look);
    holder.set(identity("bob"));

    action.accept("");

    assertThat(seen).containsExactly(Optional.empty());
  }
}
