package dev.gatehouse.run.load;

import java.util.function.UnaryOperator;

/** Who calls, and with which token. */
final class User {
  private final Issuer issuer;
  private final int number;
  private Token token;

  User(Issuer issuer, int number) {
    this.issuer = issuer;
    this.number = number;
    token = issuer.token(subject(), UnaryOperator.identity());
  }

  String subject() {
    return "usr_load_%02d".formatted(number);
  }

  /**
   * Half of the users keep their first token; the others renew it after a rotation, once the nodes
   * have read the new key.
   */
  Token token() {
    boolean renews = number % 2 == 0 && !issuer.isKeyYoung();
    if (renews && token.key() < issuer.key()) {
      token = issuer.token(subject(), UnaryOperator.identity());
    }
    return token;
  }
}
